Feature: A pod reaches its neighbour

  Background:
    Given the manifests "two-pods-one-node"

  Scenario: Through the node
    When pod1 pings pod2
    Then the ping suceeds
    And the reply arrives with TTL 63
