Feature: CrossSubnet wraps only what has to pass a router
  Nodes in one subnet can hand each other pod packets as they are. A router between subnets does not
  know the pods, so what has to pass it rides in the tunnel.

  Background:
    Given the lab "kans-cross-subnet"
    And the manifests "two-pods-two-nodes"
    And the manifests "pod-in-the-other-subnet"

  Scenario: Within the subnet the packet goes as it is
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is not encapsulated
    And on ens5 of k8s-w1 the only header of the request is:
      | source      | 172.16.158.1 |
      | destination | 172.16.184.1 |
      | ttl         | 63           |

  Scenario: To the other subnet it goes through the tunnel
    When pod1 on k8s-w1 pings pod3 on k8s-w0
    Then the ping succeeds
    And between k8s-w1 and k8s-w0 the packet is encapsulated with IPIP

  Scenario: The routes show it
    When pod1 pings pod2
    Then the routes of k8s-w1 include:
      | destination     | via            | interface | proto | onlink |
      | 172.16.184.0/24 | 192.168.10.102 | ens5      | bird  |        |
      | 172.16.34.0/24  | 192.168.20.100 | tunl0     | bird  | onlink |
