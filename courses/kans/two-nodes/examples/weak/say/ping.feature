Feature: ping

  Scenario: it works
    Given the manifests "pods"
    When pod1 pings pod2
    Then the ping succeeds
