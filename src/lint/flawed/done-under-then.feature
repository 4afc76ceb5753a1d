Feature: The second ping needs no ARP

  Scenario: For the first has asked
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then the ping succeeds
    And pod1 pings pod2
    And on the cali interface of pod1 no ARP frame is seen
