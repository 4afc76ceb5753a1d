Feature: Guesses

  Background:
    Given the manifests "pods"

  Scenario: The tunnel is a hop
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the reply arrives with TTL 61

  Scenario: pod2 has the first free address
    When pod1 pings pod2
    Then the ping succeeds
    And pod2 has the address 172.16.184.1

  Scenario: There is a pool
    When pod1 pings pod2
    Then the pools are:
      | name                |
      | default-ipv4-ippool |
