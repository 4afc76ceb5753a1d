Feature: Nothing else has changed

  Background:
    Given the submission
    And the manifests:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: other
      spec:
        nodeName: k8s-w2
        containers:
          - name: other
            image: nicolaka/netshoot
      """

  @points(3)
  Scenario: Pods on two nodes reach each other through the tunnel
    When pod1 on k8s-w1 pings other on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP

  @points(2)
  Scenario: Switched on again, it masquerades again
    When natOutgoing of pool default-ipv4-ippool is set to true
    And pod1 on k8s-w1 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101
