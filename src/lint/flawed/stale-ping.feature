Feature: natOutgoing

  Scenario: Switched off
    Given the manifests "one-pod"
    And the ping from pod1 to 8.8.8.8 succeeds
    When natOutgoing of pool default-ipv4-ippool is set to false
    Then the ping fails
