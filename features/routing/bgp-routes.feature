Feature: Nodes tell each other where their blocks are
  BGP announces one route for each block. On the other nodes it leads into the tunnel; on the node
  itself it is a blackhole, so that packets for free addresses do not wander off.

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: A node knows the blocks of all others, in its own subnet and beyond the router
    When pod1 pings pod2
    Then the routes of k8s-w1 include:
      | type      | destination     | via            | interface | proto | onlink |
      | unicast   | 172.16.34.0/24  | 192.168.20.100 | tunl0     | bird  | onlink |
      | unicast   | 172.16.116.0/24 | 192.168.10.10  | tunl0     | bird  | onlink |
      | unicast   | 172.16.184.0/24 | 192.168.10.102 | tunl0     | bird  | onlink |
      | blackhole | 172.16.158.0/24 |                |           | bird  |        |

  Scenario: The node beyond the router knows the others, too
    When pod1 pings pod2
    Then the routes of k8s-w0 include:
      | type      | destination     | via            | interface | proto | onlink |
      | unicast   | 172.16.158.0/24 | 192.168.10.101 | tunl0     | bird  | onlink |
      | unicast   | 172.16.184.0/24 | 192.168.10.102 | tunl0     | bird  | onlink |
      | blackhole | 172.16.34.0/24  |                |           | bird  |        |

  Scenario: A node that has lost the route to a block cannot deliver
    Given the ping from pod1 to pod2 succeeds
    And the routes of k8s-w1 include:
      | destination     |
      | 172.16.184.0/24 |
    When "ip route del 172.16.184.0/24" is run on k8s-w1
    And pod1 on k8s-w1 pings pod2 on k8s-w2
    Then k8s-w1 has no route to 172.16.184.0/24
    And the ping fails
    And nothing of the ping is seen on tunl0 of k8s-w1
    And on ens5 of k8s-w1 the only header of the request is:
      | source      | 172.16.158.1 |
      | destination | 172.16.184.1 |

  Scenario: With neither that route nor a default route, the node says so
    Given the ping from pod1 to pod2 succeeds
    When "ip route del 172.16.184.0/24" is run on k8s-w1
    And "ip route del default" is run on k8s-w1
    And pod1 pings pod2
    Then the ping fails
    And the request is dropped on k8s-w1 for IP_INNOROUTES
    And 192.168.10.101 reports "Destination Net Unreachable"

  Scenario: The way back needs a route as well
    Given the ping from pod1 to pod2 succeeds
    When "ip route del 172.16.158.0/24" is run on k8s-w2
    And pod1 pings pod2
    Then the ping fails
    And pod2 sees the request come from 172.16.158.1
