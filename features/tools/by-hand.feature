Feature: What a student changes by hand changes the network
  Each of these breaks something, and the packet says what.

  Background:
    Given the manifests "two-pods-two-nodes"
    And the ping from pod1 to pod2 succeeds

  Scenario: The cali interface is set down
    When I run on k8s-w1:
      """
      ip link set calice0906292e2 down
      """
    And pod1 pings pod2
    Then the ping fails

  Scenario: The route to the other node's block is deleted
    When I run on k8s-w1:
      """
      ip route del 172.16.184.0/24
      """
    And pod1 pings pod2
    Then the ping fails

  Scenario: A better route leads astray
    When I run on k8s-w1:
      """
      ip route add 172.16.184.1/32 via 192.168.20.100 dev tunl0 onlink
      """
    And pod1 pings pod2
    Then the ping succeeds
    And between k8s-w1 and k8s-w0 the request is encapsulated with IPIP

  Scenario: A second address on the card answers too
    When I run on k8s-w1:
      """
      ip addr add 192.168.10.150/24 dev ens5
      ping -c 1 -q -I 192.168.10.150 192.168.10.102 | grep packets
      """
    Then it prints:
      """
      1 packets transmitted, 1 received, 0% packet loss, time 0ms
      """

  Scenario: Everything forwarded is dropped
    When I run on k8s-w1:
      """
      iptables -I FORWARD -j DROP
      """
    And pod1 pings pod2
    Then the ping fails
    And the request is dropped on k8s-w1 for NETFILTER_DROP
