Feature: Packets are counted

  Scenario: One packet
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then the counter of k8s-w1 says one
    And the ping succeeds
