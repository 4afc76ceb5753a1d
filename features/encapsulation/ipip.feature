Feature: IPIP carries pod traffic between nodes
  Pods keep their own addresses. Between nodes each packet rides inside another IP packet (protocol
  4), so the network between the nodes only ever sees the nodes.

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: A ping to another node goes through the tunnel
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP
    And between k8s-w2 and k8s-w1 the reply is encapsulated with IPIP

  Scenario: The way of the request, interface by interface
    When pod1 pings pod2
    Then the request passes:
      | host   | interface       | direction | source         | destination    | ttl | inner ttl |
      | pod1   | eth0            | out       | 172.16.158.1   | 172.16.184.1   | 64  | 64        |
      | k8s-w1 | calice0906292e2 | in        | 172.16.158.1   | 172.16.184.1   | 64  | 64        |
      | k8s-w1 | tunl0           | out       | 172.16.158.1   | 172.16.184.1   | 63  | 63        |
      | k8s-w1 | ens5            | out       | 192.168.10.101 | 192.168.10.102 | 63  | 63        |
      | k8s-w2 | ens5            | in        | 192.168.10.101 | 192.168.10.102 | 63  | 63        |
      | k8s-w2 | tunl0           | in        | 172.16.158.1   | 172.16.184.1   | 63  | 63        |
      | k8s-w2 | calibd2348b4f67 | out       | 172.16.158.1   | 172.16.184.1   | 62  | 62        |
      | pod2   | eth0            | in        | 172.16.158.1   | 172.16.184.1   | 62  | 62        |

  Scenario: The outer header goes from node to node
    When pod1 pings pod2
    Then on ens5 of k8s-w1 the outer header of the request is:
      | source      | 192.168.10.101 |
      | destination | 192.168.10.102 |
      | protocol    | IPIP (4)       |
      | ttl         | 63             |
      | DF          | set            |
      | id          | not zero       |

  Scenario: The inner header goes from pod to pod
    When pod1 pings pod2
    Then on ens5 of k8s-w1 the inner header of the request is:
      | source      | 172.16.158.1 |
      | destination | 172.16.184.1 |
      | protocol    | ICMP (1)     |
      | ttl         | 63           |
      | DF          | set          |

  Scenario: A reply does not set DF, and so neither does its tunnel
    When pod1 pings pod2
    Then on ens5 of k8s-w2 the outer header of the reply is:
      | source      | 192.168.10.102 |
      | destination | 192.168.10.101 |
      | protocol    | IPIP (4)       |
      | DF          | clear          |
    And on ens5 of k8s-w2 the inner header of the reply is:
      | source      | 172.16.184.1 |
      | destination | 172.16.158.1 |
      | DF          | clear        |

  Scenario: The receiver takes the tunnel off before it routes
    When pod1 pings pod2
    Then on tunl0 of k8s-w2 the only header of the request is:
      | source      | 172.16.158.1 |
      | destination | 172.16.184.1 |
      | ttl         | 63           |

  Scenario: A ping that stays on its node is not encapsulated
    When the node k8s-w1 pings pod1
    Then the ping succeeds
    And nothing of the ping is seen on tunl0 of k8s-w1

  Scenario: A node that pings a far pod speaks with its tunnel address
    When the node k8s-w1 pings pod2
    Then the ping succeeds
    And pod2 sees the request come from 172.16.158.0
    And between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP

  Scenario: A router on the way takes its one from the outer TTL only
    Given the manifests "pod-in-the-other-subnet"
    When pod1 on k8s-w1 pings pod3 on k8s-w0
    Then the ping succeeds
    And between k8s-w1 and k8s-w0 the packet is encapsulated with IPIP
    And on ens5 of k8s-w0 the outer header of the request is:
      | source      | 192.168.10.101 |
      | destination | 192.168.20.100 |
      | ttl         | 62             |
    And on ens5 of k8s-w0 the inner header of the request is:
      | ttl | 63 |
    And the reply arrives with TTL 62

  Scenario: A node accepts tunnels from the nodes of the cluster only
    Given the ping from pod1 to pod2 succeeds
    And the ipset cali40all-hosts-net on k8s-w2 has the members:
      | member         |
      | 192.168.10.10  |
      | 192.168.10.101 |
      | 192.168.10.102 |
      | 192.168.20.100 |
    When "ipset del cali40all-hosts-net 192.168.10.101" is run on k8s-w2
    And pod1 pings pod2
    Then the ping fails
    And the request is dropped on k8s-w2 for NETFILTER_DROP
