Feature: The tunnel

  Scenario: A ping to another node goes through it
    Given the lab kans
    And the manifests "two-pods-two-nodes"
    When pod1 pings pod2
    Then between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP
