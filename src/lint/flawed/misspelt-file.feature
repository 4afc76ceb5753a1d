Feature: Files

  Scenario: A lab and manifests that are not there
    Given the lab "kans-vxlam"
    And the manifests "two-pod-one-node"
    When pod1 pings pod2
    Then the ping succeeds
