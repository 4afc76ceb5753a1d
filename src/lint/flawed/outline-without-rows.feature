Feature: Pods reach the outside

  Scenario Outline: <pod> does
    Given the manifests "two-pods-two-nodes"
    When <pod> pings 8.8.8.8
    Then the ping succeeds

    Examples:
      | pod |

  Scenario: So do nodes
    When the node k8s-w1 pings 8.8.8.8
    Then the ping succeeds
