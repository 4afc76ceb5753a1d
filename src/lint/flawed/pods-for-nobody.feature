Feature: Nodes reach the outside

  Background:
    Given the manifests "one-pod"
    And the manifests "pod-in-the-other-subnet"

  Scenario: By their own address
    When pod1 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101
