Feature: Two pods

  Background:
    Given the manifests "two-pods-one-node"

  Scenario: They talk
    When pod1 pings pod2
    Then the ping succeeds
    And the ping succeeds
    And the request is seen on the cali interface of pod2

  Scenario: They talk
    When pod2 pings pod1
    Then the ping succeeds
