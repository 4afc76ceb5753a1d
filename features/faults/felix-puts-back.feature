Feature: What a command changes, Calico changes back
  Felix and BIRD know what they have programmed. Each looks now and then whether it is still there, and puts
  right what is theirs: BIRD its routes every 2 s, Felix the tunnels and the IP sets every 10 s, its chains
  and its routes every 90 s. What is somebody else's stays, and so does what they look at only when an
  interface comes up.

  Background:
    Given the manifests "two-pods-one-node"
    And the ping from pod1 to pod2 succeeds

  @fault
  Scenario: A flushed chain is filled again
    Given the ping from pod1 to 8.8.8.8 succeeds
    When "iptables -t nat -F cali-nat-outgoing" is run on k8s-w1
    And pod1 pings 8.8.8.8
    Then the ping fails
    And internet sees the request come from 172.16.158.1
    When 90 s pass
    And pod1 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101
    And the changes of k8s-w1 are:
      | who   | what                                                                |
      | hand  | iptables -t nat -F cali-nat-outgoing                                |
      | felix | wrote chain cali-nat-outgoing of table nat anew: 1 rule was missing |

  @fault
  Scenario: A rule that somebody puts before Felix's is behind them after the refresh
    When "iptables -t nat -I POSTROUTING -s 172.16.158.1 -j ACCEPT" is run on k8s-w1
    And pod1 pings 8.8.8.8
    Then the ping fails
    And internet sees the request come from 172.16.158.1
    When 90 s pass
    And pod1 pings 8.8.8.8
    Then the ping succeeds
    And the changes of k8s-w1 include:
      | who   | what                                                             |
      | felix | put its rules back into their places in POSTROUTING of table nat |
    And "iptables -t nat -S POSTROUTING" on k8s-w1 shows the line "-A POSTROUTING -s 172.16.158.1/32 -j ACCEPT"

  @fault
  Scenario: A DROP in FORWARD still holds when Felix has gone before it
    What Felix's chains accept they only mark; the rule that accepts it stands at the end of FORWARD.
    When "iptables -I FORWARD -j DROP" is run on k8s-w1
    And 90 s pass
    And pod1 pings pod2
    Then the ping fails
    And the request is dropped on k8s-w1 for NETFILTER_DROP
    And the changes of k8s-w1 include:
      | who   | what                                                            |
      | felix | put its rules back into their places in FORWARD of table filter |
    When "iptables -D FORWARD -j DROP" is run on k8s-w1
    And pod1 pings pod2
    Then the ping succeeds

  @fault
  Scenario: A rule in one of Felix's own chains vanishes
    When "iptables -I cali-FORWARD -j DROP" is run on k8s-w1
    And pod1 pings pod2
    Then the ping fails
    And the request is dropped on k8s-w1 for NETFILTER_DROP
    When 90 s pass
    And pod1 pings pod2
    Then the ping succeeds
    And the changes of k8s-w1 include:
      | who   | what                                                                  |
      | felix | wrote chain cali-FORWARD of table filter anew: 1 rule was not Felix's |

  Scenario: A rule of somebody else's in a chain of the kernel's stays
    When "iptables -A INPUT -s 172.16.158.2 -j DROP" is run on k8s-w1
    And 200 s pass
    Then "iptables -S INPUT" on k8s-w1 shows the line "-A INPUT -s 172.16.158.2/32 -j DROP"
    And nothing was put back on k8s-w1
    When pod2 pings 192.168.10.101
    Then the ping succeeds
    When "iptables -F INPUT" is run on k8s-w1
    And 90 s pass
    Then the changes of k8s-w1 include:
      | who   | what                                                          |
      | felix | put its rules back into their places in INPUT of table filter |

  @fault
  Scenario: A pod's route comes back
    When "ip route del 172.16.158.2" is run on k8s-w1
    And pod1 pings pod2
    Then the ping fails
    When 100 s pass
    And pod1 pings pod2
    Then the ping succeeds
    And the changes of k8s-w1 are:
      | who   | what                                                           |
      | hand  | ip route del 172.16.158.2                                      |
      | felix | put back the route 172.16.158.2 dev calibd2348b4f67 scope link |

  @fault
  Scenario: A route of BIRD's comes back at once
    Given the manifests:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: pod3}
      spec: {nodeName: k8s-w2, containers: [{name: main, image: busybox}]}
      """
    And the ping from pod1 to pod3 succeeds
    When "ip route del 172.16.184.0/24" is run on k8s-w1
    And pod1 pings pod3
    Then the ping fails
    When 2 s pass
    And pod1 pings pod3
    Then the ping succeeds
    And the changes of k8s-w1 include:
      | who  | what                                                                              |
      | bird | put back the route 172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink |

  @fault
  Scenario: Nobody looks at proxy_arp before the interface comes up again
    When the sysctl net.ipv4.conf.calice0906292e2.proxy_arp on k8s-w1 is set to 0
    And "ip neigh flush dev eth0" is run on pod1
    And 300 s pass
    And pod1 pings pod2
    Then the ping fails
    And nothing was put back on k8s-w1
    When "ip link set calice0906292e2 down" is run on k8s-w1
    And "ip link set calice0906292e2 up" is run on k8s-w1
    And 1 s passes
    And pod1 pings pod2
    Then the ping succeeds
    And the changes of k8s-w1 include:
      | who   | what                                                |
      | felix | sysctl -w net.ipv4.conf.calice0906292e2.proxy_arp=1 |

  @fault
  Scenario: Felix does not look where it was told not to
    Given the manifests:
      """
      apiVersion: projectcalico.org/v3
      kind: FelixConfiguration
      metadata: {name: default}
      spec: {iptablesRefreshInterval: 0s}
      """
    When "iptables -t nat -F cali-nat-outgoing" is run on k8s-w1
    And 300 s pass
    And pod1 pings 8.8.8.8
    Then the ping fails
    When natOutgoing of pool default-ipv4-ippool is set to false
    And natOutgoing of pool default-ipv4-ippool is set to true
    And pod1 pings 8.8.8.8
    Then the ping succeeds
