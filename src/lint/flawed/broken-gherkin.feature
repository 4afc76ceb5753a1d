Feature: A pod reaches its neighbour

  Scenario: Through the node
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    and the ping succeeds
