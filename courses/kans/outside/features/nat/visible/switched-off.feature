Feature: Pods talk to the outside with their own addresses
  pod1 runs on k8s-w1, and natOutgoing of the pool is off.

  Background:
    Given the submission

  @points(3)
  Scenario: The outside sees the pod, and cannot answer it
    When pod1 on k8s-w1 pings 8.8.8.8
    Then internet cannot reply because "no route to 172.16.158"

  @points(2)
  Scenario: No pool is masqueraded
    When pod1 on k8s-w1 pings the node k8s-w1
    Then the pools are:
      | name                | nat   | ipipmode |
      | default-ipv4-ippool | false | Always   |
