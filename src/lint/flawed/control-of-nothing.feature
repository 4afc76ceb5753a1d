Feature: natOutgoing

  Background:
    Given the manifests "two-pods-two-nodes"
    And the ping from pod1 to pod2 succeeds

  Scenario: Switched on
    When pod1 pings 8.8.8.8
    Then the ping succeeds

  Scenario: Nodes do not need it
    When natOutgoing of pool default-ipv4-ippool is set to false
    And the node k8s-w1 pings 8.8.8.8
    Then the ping succeeds
