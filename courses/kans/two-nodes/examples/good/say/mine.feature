Feature: What a ping between two nodes looks like

  Background:
    Given the manifests "pods"

  Scenario: The cali interface answers for the gateway
    When pod1 asks who has 169.254.1.1
    Then ee:ee:ee:ee:ee:ee answers

  Scenario: The request crosses between the nodes in IPIP
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP

  Scenario: The nodes are the ends of the tunnel
    When pod1 pings pod2
    Then on ens5 of k8s-w1 the outer header of the request is:
      | source      | 192.168.10.101 |
      | destination | 192.168.10.102 |

  Scenario: Two routers are on the way
    When pod1 pings pod2
    Then the reply arrives with TTL 62
