Feature: Three pods

  Background:
    Given the manifests "two-pods-one-node"
    And the manifests "pod-in-the-other-subnet"

  Scenario Outline: pod1 reaches <other>
    When pod1 on <node> pings <other>
    Then the ping succeeds

    Examples:
      | node    | other |
      | k8s-w1  | pod2  |
      | k8s-w11 | podd3 |
