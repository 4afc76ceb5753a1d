Feature: A pod reaches its neighbour

  Background:

  Scenario: Through the node
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then the ping succeeds
