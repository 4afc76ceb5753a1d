Feature: A pod reaches the outside

  Scenario: With the address of its node
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    Then the ping succeeds.
    And internet sees the request come from 192.168.10.101
