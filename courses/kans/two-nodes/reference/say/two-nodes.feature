Feature: Two pods on two nodes

  Background:
    Given the manifests "pods"

  Scenario: The gateway of a pod is its cali interface
    When pod1 asks who has 169.254.1.1
    Then ee:ee:ee:ee:ee:ee answers

  Scenario: A pod knows its gateway and nothing else
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And the routes of pod1 are:
      | destination | via         | interface | scope |
      | default     | 169.254.1.1 | eth0      |       |
      | 169.254.1.1 |             | eth0      | link  |

  Scenario: The packet travels in IPIP, from node to node
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP
    And on ens5 of k8s-w1 the outer header of the request is:
      | source      | 192.168.10.101 |
      | destination | 192.168.10.102 |
      | ttl         | 63             |
      | DF          | set            |
    And on ens5 of k8s-w1 the inner header of the request is:
      | ttl | 63  |
      | DF  | set |

  Scenario: Two nodes route, and the tunnel is no hop
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the reply arrives with TTL 62

  Scenario: A TTL of 1 ends on the first node, which says so
    When pod1 pings pod2 with:
      | ttl | 1 |
    Then the ping fails
    And 192.168.10.101 reports "Time to live exceeded"

  Scenario: A TTL of 3 is enough
    When pod1 pings pod2 with:
      | ttl | 3 |
    Then the ping succeeds

  Scenario: A node has a route to the block of the other, and a blackhole for its own
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And the routes of k8s-w1 include:
      | type      | destination     | via            | interface | proto |
      | unicast   | 172.16.184.0/24 | 192.168.10.102 | tunl0     | bird  |
      | blackhole | 172.16.158.0/24 |                |           | bird  |

  Scenario: A block is one route, however many pods it has
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And the routes of k8s-m include:
      | destination     | via            | interface |
      | 172.16.184.0/24 | 192.168.10.102 | tunl0     |
