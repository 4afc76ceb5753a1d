Feature: Two pods on one node meet on that node
  The packet goes out of one pod, through the node's routing and iptables, and into the other pod. It
  never touches the node's network card.

  Background:
    Given the manifests "two-pods-one-node"

  Scenario: The request passes four interfaces, and loses one of its TTL
    When pod1 on k8s-w1 pings pod2 on k8s-w1
    Then the ping succeeds
    And the request passes:
      | host   | interface       | direction | ttl |
      | pod1   | eth0            | out       | 64  |
      | k8s-w1 | calice0906292e2 | in        | 64  |
      | k8s-w1 | calibd2348b4f67 | out       | 63  |
      | pod2   | eth0            | in        | 63  |

  Scenario: The reply goes the same way back
    When pod1 pings pod2
    Then the reply passes:
      | host   | interface       | direction | ttl |
      | pod2   | eth0            | out       | 64  |
      | k8s-w1 | calibd2348b4f67 | in        | 64  |
      | k8s-w1 | calice0906292e2 | out       | 63  |
      | pod1   | eth0            | in        | 63  |
    And the reply arrives with TTL 63

  Scenario: The node's network card sees nothing of it
    When pod1 pings pod2
    Then nothing of the ping is seen on ens5 of k8s-w1
    And nothing of the ping is seen on tunl0 of k8s-w1
    And the request is seen on the cali interface of pod2

  Scenario: The card does see a ping to the outside
    When pod1 pings 8.8.8.8
    Then the request is seen on ens5 of k8s-w1

  Scenario: Nobody's address is changed
    When pod1 pings pod2
    Then pod2 sees the request come from 172.16.158.1
    And pod1 sees the reply come from 172.16.158.2

  Scenario: It works for TCP and UDP as well
    When pod1 connects to pod2 on TCP port 80
    Then the connection succeeds
    And the server sees the client as 172.16.158.1
    When pod1 connects to pod2 on UDP port 7
    Then the connection succeeds

  Scenario: Each pod has two routes, and both lead to the node
    When pod1 pings pod2
    Then the routes of pod1 are:
      | destination | via         | interface | scope |
      | default     | 169.254.1.1 | eth0      |       |
      | 169.254.1.1 |             | eth0      | link  |

  Scenario: The node has one route for each of its pods
    When pod1 pings pod2
    Then the routes of k8s-w1 include:
      | type    | destination  | interface       | scope |
      | unicast | 172.16.158.1 | calice0906292e2 | link  |
      | unicast | 172.16.158.2 | calibd2348b4f67 | link  |

  Scenario: Without the route to pod2, the block's blackhole swallows the packet
    Given the ping from pod1 to pod2 succeeds
    When "ip route del 172.16.158.2" is run on k8s-w1
    And pod1 pings pod2
    Then the ping fails
    And the request is dropped on k8s-w1
    And nothing of the ping is seen on the cali interface of pod2
