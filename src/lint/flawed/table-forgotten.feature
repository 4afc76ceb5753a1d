Feature: Routes

  Scenario: Of a pod
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    Then the routes of pod1 are:
    And the ping succeeds
      | destination |
      | default     |
