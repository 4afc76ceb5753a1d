Feature: Two pods on two nodes

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: One way
    Given the manifests "two-pods-two-nodes"
    When pod1 pings pod2
    Then the ping succeeds

  Scenario: And the other
    Given the manifests "two-pods-two-nodes"
    When pod2 pings pod1
    Then the ping succeeds
