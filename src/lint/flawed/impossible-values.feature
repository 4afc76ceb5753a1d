Feature: Values

  Scenario: Of addresses, ports and reasons
    Given the manifests "two-pods-one-node"
    When pod1 connects to pod2 on TCP port 70000
    And pod1 sends an echo request to pod2 with the source 10.1.2.300
    Then the request is dropped on k8s-w1 for NETFILTER_DORP
