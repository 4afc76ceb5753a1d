Feature: Two pods on two nodes reach each other
  pod1 runs on k8s-w1 and pod2 on k8s-w2. Both nodes are in one subnet.

  Background:
    Given the submission

  @points(4)
  Scenario: pod1 reaches pod2
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds

  @points(2)
  Scenario: pod2 reaches pod1
    When pod2 on k8s-w2 pings pod1 on k8s-w1
    Then the ping succeeds

  @points(4)
  Scenario: Within the subnet there is no tunnel
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then between k8s-w1 and k8s-w2 the packet is not encapsulated
