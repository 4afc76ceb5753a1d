Feature: The cali interface answers for what the node can reach elsewhere
  The node answers an ARP request on a cali interface if its own route to the address leads out of
  another interface. 169.254.1.1 is answered because the default route does.

  Background:
    Given the manifests "two-pods-one-node"

  Scenario Outline: It answers for <what>
    When pod1 asks who has <address>
    Then ee:ee:ee:ee:ee:ee answers

    Examples:
      | what                   | address        |
      | the gateway            | 169.254.1.1    |
      | the outside            | 8.8.8.8        |
      | a pod on the same node | 172.16.158.2   |
      | a pod's place far away | 172.16.184.1   |
      | the node itself        | 192.168.10.101 |
      | another node           | 192.168.10.102 |

  Scenario Outline: It does not answer for <what>
    When pod1 asks who has 169.254.1.1
    Then ee:ee:ee:ee:ee:ee answers
    When pod1 asks who has <address>
    Then nobody answers

    Examples:
      | what                                   | address       |
      | a free address of the node's own block | 172.16.158.77 |
      | the pod's own address                  | 172.16.158.1  |

  Scenario: Calico switches proxy ARP on, and its delay off
    When pod1 pings pod2
    Then the sysctl net.ipv4.conf.calice0906292e2.proxy_arp on k8s-w1 is 1
    And the sysctl net.ipv4.neigh.calice0906292e2.proxy_delay on k8s-w1 is 0
    And the sysctl net.ipv4.conf.calice0906292e2.forwarding on k8s-w1 is 1

  Scenario: With proxy ARP off, the pod has no way out; with it on again, it has
    When the sysctl net.ipv4.conf.calice0906292e2.proxy_arp on k8s-w1 is set to 0
    And pod1 pings pod2 with:
      | timeout ms | 4000 |
    Then the ping fails
    And the request is dropped on pod1 for NEIGH_FAILED
    And 172.16.158.1 reports "Destination Host Unreachable"
    When the sysctl net.ipv4.conf.calice0906292e2.proxy_arp on k8s-w1 is set to 1
    And pod1 pings pod2
    Then the ping succeeds

  Scenario: With proxy ARP off, the node still answers for its own address
    When the sysctl net.ipv4.conf.calice0906292e2.proxy_arp on k8s-w1 is set to 0
    And pod1 asks who has 192.168.10.101
    Then ee:ee:ee:ee:ee:ee answers
    When pod1 asks who has 169.254.1.1
    Then nobody answers

  Scenario: Without a default route on the node, nobody answers for the gateway
    When "ip route del default" is run on k8s-w1
    And pod1 asks who has 172.16.158.2
    Then ee:ee:ee:ee:ee:ee answers
    When pod1 asks who has 169.254.1.1
    Then nobody answers
