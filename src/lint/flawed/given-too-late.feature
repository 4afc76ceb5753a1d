Feature: A pod in the other subnet

  Scenario: It is reached by the router
    Given the manifests "one-pod"
    When pod1 pings 8.8.8.8
    And the manifests "pod-in-the-other-subnet"
    And pod1 pings pod3
    Then the ping succeeds
