Feature: VXLAN carries pod traffic between nodes
  The whole frame rides in UDP to port 4789, network 4096. The addresses of the far ends are written
  down beforehand, so nobody asks for them by ARP.

  Background:
    Given the lab "kans-vxlan"
    And the manifests "two-pods-two-nodes"

  Scenario: A ping to another node goes through the tunnel
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is encapsulated with VXLAN
    And between k8s-w2 and k8s-w1 the reply is encapsulated with VXLAN
    And the reply arrives with TTL 62

  Scenario: The outer header is UDP, with a TTL of its own and without DF
    When pod1 pings pod2
    Then on ens5 of k8s-w1 the outer header of the request is:
      | source           | 192.168.10.101 |
      | destination      | 192.168.10.102 |
      | protocol         | UDP (17)       |
      | ttl              | 64             |
      | DF               | clear          |
      | destination port | 4789           |
      | VNI              | 4096           |
    And on ens5 of k8s-w1 the inner header of the request is:
      | source      | 172.16.158.1 |
      | destination | 172.16.184.1 |
      | ttl         | 63           |
      | DF          | set          |

  Scenario: The far ends are permanent neighbours
    When pod1 pings pod2
    Then the neighbours of k8s-w1 include:
      | address      | interface    | state     |
      | 172.16.184.0 | vxlan.calico | PERMANENT |
      | 172.16.116.0 | vxlan.calico | PERMANENT |
      | 172.16.34.0  | vxlan.calico | PERMANENT |

  Scenario: The tunnel leaves 1450 bytes to a packet
    When pod1 pings pod2
    Then vxlan.calico of k8s-w1 is:
      | kind      | vxlan             |
      | mac       | 66:74:91:32:7c:04 |
      | mtu       | 1450              |
      | addresses | 172.16.158.0/32   |
