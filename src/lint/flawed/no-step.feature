Feature: Addresses

  Scenario: A pod has one
    When the manifests "one-pod" are applied
    Then pod1 has the address 172.16.158.1

  Scenario: And keeps it
