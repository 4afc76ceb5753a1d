Feature: Neighbour tables remember who was asked
  Before the first packet the tables are empty. A ping fills them, each row by one ARP frame; time
  turns REACHABLE into STALE.

  Background:
    Given the manifests "two-pods-one-node"
    And pod1 has no neighbours
    And pod2 has no neighbours

  Scenario: After the first ping
    When pod1 pings pod2
    Then the neighbours of pod1 are:
      | address     | interface | mac               | state     |
      | 169.254.1.1 | eth0      | ee:ee:ee:ee:ee:ee | REACHABLE |
    And the neighbours of pod2 are:
      | address        | interface | mac               | state     |
      | 169.254.1.1    | eth0      | ee:ee:ee:ee:ee:ee | REACHABLE |
      | 192.168.10.101 | eth0      | ee:ee:ee:ee:ee:ee | STALE     |

  Scenario: The node learns the pod that spoke first without asking
    When pod1 pings pod2
    Then the neighbours of k8s-w1 include:
      | address      | interface       | mac  | state     |
      | 172.16.158.1 | calice0906292e2 | pod1 | DELAY     |
      | 172.16.158.2 | calibd2348b4f67 | pod2 | REACHABLE |
    And the neighbours of pod1 include:
      | address     |
      | 169.254.1.1 |
    And the neighbours of pod2 include:
      | address     |
      | 169.254.1.1 |

  Scenario: Five seconds later the node makes sure, and so the pod learns the node's address
    Given pod1 pings pod2
    When 6 s pass
    Then the neighbours of pod1 include:
      | address        | mac               | state |
      | 192.168.10.101 | ee:ee:ee:ee:ee:ee | STALE |
    And the neighbours of k8s-w1 include:
      | address      | interface       | mac  | state     |
      | 172.16.158.1 | calice0906292e2 | pod1 | REACHABLE |
    And the neighbours of pod2 include:
      | address     |
      | 169.254.1.1 |

  Scenario: When nothing is sent for a while, everything is STALE
    Given pod1 pings pod2
    When 110 s pass
    Then the neighbours of pod1 include:
      | address     | state |
      | 169.254.1.1 | STALE |
    And the neighbours of pod2 are:
      | address        | state |
      | 169.254.1.1    | STALE |
      | 192.168.10.101 | STALE |
