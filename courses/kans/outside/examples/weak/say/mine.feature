Feature: internet

  Scenario: reachable
    Given the manifests "pods"
    When pod1 pings 8.8.8.8
    Then the ping succeeds
