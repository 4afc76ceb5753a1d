Feature: Two pods

  Background:
    Given the manifests "two-pods-one-node"

  Scenario: They talk
    When pod1 pings pod2

  Scenario: They answer
    When pod2 pings pod1
    Then the ping succeeds
