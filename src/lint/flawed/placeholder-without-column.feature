Feature: Pods reach the outside

  Scenario Outline: <pod> does
    Given the manifests "two-pods-two-nodes"
    When <pood> pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from <address>

    Examples:
      | pod  | address        | node   |
      | pod1 | 192.168.10.101 | k8s-w1 |
      | pod2 | 192.168.10.102 | k8s-w2 |
