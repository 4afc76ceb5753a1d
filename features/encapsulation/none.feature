Feature: Without encapsulation the network between the nodes must know the pods
  With ipipMode and vxlanMode Never the packets of pods leave the node as they are. Nodes in one
  subnet manage; a router that does not know the pod network sends them to the internet.

  Background:
    Given the lab "kans-no-encapsulation"
    And the manifests "two-pods-two-nodes"
    And the manifests "pod-in-the-other-subnet"

  Scenario: No tunnel takes an address, so pods begin with the first of the block
    When pod1 pings pod2
    Then pod1 has the address 172.16.158.0
    And pod2 has the address 172.16.184.0

  Scenario: Within the subnet it works
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is not encapsulated
    And the reply arrives with TTL 62

  Scenario: TTL 2 is answered from the other node's own address
    When pod1 pings pod2 with:
      | ttl | 2 |
    Then the ping fails
    And the request is dropped on k8s-w2 for IP_INHDR
    And 192.168.10.102 reports "Time to live exceeded"

  Scenario: Across subnets the router sends it the wrong way
    When pod1 on k8s-w1 pings pod3 on k8s-w0
    Then the ping fails
    And the request is dropped on internet
    And on ens5 of k8s-w1 the only header of the request is:
      | source      | 172.16.158.0 |
      | destination | 172.16.34.0  |

  Scenario: Once the router knows the blocks, it works
    When "ip route add 172.16.34.0/24 via 192.168.20.100" is run on router
    And "ip route add 172.16.158.0/24 via 192.168.10.101" is run on router
    And pod1 pings pod3
    Then the ping succeeds
    And the reply arrives with TTL 61
