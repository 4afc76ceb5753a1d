Feature: Each router takes one from the TTL, and answers when nothing is left
  A node is a router for its pods. Traceroute makes use of that: it sends packets with a TTL of 1, 2,
  3 … and notes who complains.

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: TTL 1 ends on the pod's own node
    When pod1 pings pod2 with:
      | ttl | 1 |
    Then the ping fails
    And the request is dropped on k8s-w1 for IP_INHDR
    And 192.168.10.101 reports "Time to live exceeded"

  Scenario: TTL 2 ends on the other node, which answers with its tunnel address
    When pod1 pings pod2 with:
      | ttl | 2 |
    Then the ping fails
    And the request is dropped on k8s-w2 for IP_INHDR
    And 172.16.184.0 reports "Time to live exceeded"

  Scenario: TTL 3 is enough
    When pod1 pings pod2 with:
      | ttl | 3 |
    Then the ping succeeds

  Scenario: Traceroute to a pod on another node
    When pod1 traces the route to pod2
    Then the hops of the traceroute are:
      | ttl | from           |
      | 1   | 192.168.10.101 |
      | 2   | 172.16.184.0   |
      | 3   | 172.16.184.1   |

  Scenario: Traceroute to the outside
    When pod1 traces the route to 8.8.8.8
    Then the hops of the traceroute are:
      | ttl | from           |
      | 1   | 192.168.10.101 |
      | 2   | 192.168.10.254 |
      | 3   | 8.8.8.8        |

  Scenario: Traceroute through a router that swallows the tunnel's own TTL
    Given the manifests "pod-in-the-other-subnet"
    When pod1 traces the route to pod3
    Then the hops of the traceroute are:
      | ttl | from           |
      | 1   | 192.168.10.101 |
      | 2   | *              |
      | 3   | 172.16.34.1    |
