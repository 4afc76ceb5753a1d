Feature: Neighbours on one node

  Scenario: The other node hears nothing of them
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then the ping succeeds
    And nothing of the ping is seen on ens5 of k8s-w2
