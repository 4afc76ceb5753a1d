Feature: A pod finds its way out by ARP
  A pod knows one gateway, 169.254.1.1, which no machine has. The node's end of the pod's link (its
  cali interface) answers for it: proxy ARP. Every cali interface has the same MAC address.

  Background:
    Given the manifests "two-pods-one-node"

  Scenario: The pod that pings asks for its gateway, and the cali interface answers
    When pod1 pings pod2
    Then the ping succeeds
    And on the cali interface of pod1 the frames are:
      | from              | to                | frame                                                    |
      | pod1              | broadcast         | ARP, Request who-has 169.254.1.1 tell 172.16.158.1       |
      | ee:ee:ee:ee:ee:ee | pod1              | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee           |
      | pod1              | ee:ee:ee:ee:ee:ee | IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1 |
      | ee:ee:ee:ee:ee:ee | pod1              | IP 172.16.158.2 > 172.16.158.1: ICMP echo reply, seq 1   |

  Scenario: The node asks for the pod that is pinged, and gets that pod's own MAC address
    When pod1 pings pod2
    Then on the cali interface of pod2 the frames are:
      | from              | to                | frame                                                    |
      | ee:ee:ee:ee:ee:ee | broadcast         | ARP, Request who-has 172.16.158.2 tell 192.168.10.101    |
      | pod2              | ee:ee:ee:ee:ee:ee | ARP, Reply 172.16.158.2 is-at pod2                       |
      | ee:ee:ee:ee:ee:ee | pod2              | IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1 |
      | pod2              | broadcast         | ARP, Request who-has 169.254.1.1 tell 172.16.158.2       |
      | ee:ee:ee:ee:ee:ee | pod2              | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee           |
      | pod2              | ee:ee:ee:ee:ee:ee | IP 172.16.158.2 > 172.16.158.1: ICMP echo reply, seq 1   |

  Scenario: The second ping needs no ARP
    Given pod1 pings pod2
    When pod1 pings pod2
    Then the ping succeeds
    And on the cali interface of pod1 no ARP frame is seen
    And on the cali interface of pod2 no ARP frame is seen

  Scenario: All cali interfaces of a node have the same MAC address
    When pod1 pings pod2
    Then every cali interface of k8s-w1 has the MAC ee:ee:ee:ee:ee:ee
