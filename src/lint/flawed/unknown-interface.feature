Feature: The pod and the pool are there

  Scenario: Nothing is seen on another card
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then nothing of the ping is seen on ens6 of k8s-w1
    And the request is seen on the cali interface of pod22

  Scenario: The pool by another name
    Given the manifests "one-pod"
    And the ping from pod1 to 8.8.8.8 succeeds
    When natOutgoing of pool default-ipv4-pool is set to false
    And pod1 pings 8.8.8.8
    Then the ping fails
