Feature: What was asked for holds beyond the two nodes, too

  Background:
    Given the submission
    And the manifests:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: far-away
      spec:
        nodeName: k8s-w0
        containers:
          - name: far-away
            image: nicolaka/netshoot
      """

  @points(6)
  Scenario: To the other subnet the packet goes through the tunnel
    When pod1 on k8s-w1 pings far-away on k8s-w0
    Then the ping succeeds
    And between k8s-w1 and k8s-w0 the packet is encapsulated with IPIP

  @points(4)
  Scenario: The outside still sees the node
    When pod2 on k8s-w2 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.102
