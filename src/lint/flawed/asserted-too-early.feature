Feature: Addresses

  Scenario: A pod has one
    Given the manifests "one-pod"
    Then pod1 has the address 172.16.158.1
    When pod1 pings 8.8.8.8
    Then the ping succeeds
