Feature: Addresses

  Scenario: A pod has one
    Given the manifests "one-pod"
    And pod1 has the address 172.16.158.1
