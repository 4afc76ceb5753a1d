Feature: VXLAN

  Background:
    Given the lab "kans"
    And the manifests "two-pods-two-nodes"

  Scenario: In place of IPIP
    Given the lab "kans-vxlan"
    When pod1 pings pod2
    Then between k8s-w1 and k8s-w2 the packet is encapsulated with VXLAN
