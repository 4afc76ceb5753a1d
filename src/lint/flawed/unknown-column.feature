Feature: Neighbours

  Scenario: The gateway
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2 with:
      | cuont | 2 |
    Then the neighbours of pod1 include:
      | adress      | state     |
      | 169.254.1.1 | REACHABLE |
