Feature: A pod talks to the outside with its node's address
  The outside does not know the pods. With natOutgoing the node puts its own address in place of the
  pod's on the way out, remembers that, and puts the pod's back on the way in.

  Background:
    Given the manifests "one-pod"

  Scenario: The outside sees the node
    When pod1 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101
    And pod1 sees the reply come from 8.8.8.8

  Scenario: The source changes between the cali interface and the network card
    When pod1 pings 8.8.8.8
    Then on the cali interface of pod1 the only header of the request is:
      | source      | 172.16.158.1 |
      | destination | 8.8.8.8      |
      | ttl         | 64           |
    And on ens5 of k8s-w1 the only header of the request is:
      | source      | 192.168.10.101 |
      | destination | 8.8.8.8        |
      | ttl         | 63             |

  Scenario: The reply gets the pod's address back
    When pod1 pings 8.8.8.8
    Then on ens5 of k8s-w1 the only header of the reply is:
      | source      | 8.8.8.8        |
      | destination | 192.168.10.101 |
      | ttl         | 63             |
    And on the cali interface of pod1 the only header of the reply is:
      | source      | 8.8.8.8      |
      | destination | 172.16.158.1 |
      | ttl         | 62           |

  Scenario: The rule, and the sets that it asks
    When pod1 pings 8.8.8.8
    Then chain cali-nat-outgoing of table nat on k8s-w1 is:
      """
      -A cali-nat-outgoing -m comment --comment "cali:flqWnvo8yq4ULQLa" -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst -j MASQUERADE --random-fully
      """
    And the ipset cali40masq-ipam-pools on k8s-w1 has the members:
      | member        |
      | 172.16.0.0/16 |
    And the ipset cali40all-ipam-pools on k8s-w1 has the members:
      | member        |
      | 172.16.0.0/16 |

  Scenario: The node remembers the translation, for half a minute
    When pod1 pings 8.8.8.8
    Then the connections of k8s-w1 include:
      | protocol | source       | destination | reply source | reply destination |
      | icmp     | 172.16.158.1 | 8.8.8.8     | 8.8.8.8      | 192.168.10.101    |
    When 40 s pass
    Then k8s-w1 has no connection from 172.16.158.1

  Scenario: TCP and UDP are translated as well
    When pod1 connects to 8.8.8.8 on TCP port 80
    Then the connection succeeds
    And the server sees the client as 192.168.10.101
    When pod1 connects to 8.8.8.8 on UDP port 7
    Then the connection succeeds
    And the server sees the client as 192.168.10.101

  Scenario: To NAT, other nodes are the outside, too
    When pod1 pings the node k8s-w2
    Then the ping succeeds
    And k8s-w2 sees the request come from 192.168.10.101

  Scenario: The pod's own node is not
    When pod1 pings the node k8s-w1
    Then the ping succeeds
    And k8s-w1 sees the request come from 172.16.158.1
    And the reply arrives with TTL 64

  Scenario: Pods are not
    Given the manifests "pod-in-the-other-subnet"
    When pod1 pings pod3
    Then pod3 sees the request come from 172.16.158.1

  Scenario: The outside cannot reach a pod by itself
    Given the ping from pod1 to 8.8.8.8 succeeds
    When the host internet pings pod1
    Then ping prints "ping: connect: Network is unreachable"

