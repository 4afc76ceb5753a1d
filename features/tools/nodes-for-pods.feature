Feature: What nodes do for their pods, asked with the tools of the tutorial
  Each of these is easily believed to be otherwise.

  Background:
    Given the manifests "two-pods-two-nodes"
    And the ping from pod1 to pod2 succeeds

  Scenario: On the nodes' network a node answers for itself and not for its pods
    When I run on k8s-w2:
      """
      arping -c 1 -w 1 -I ens5 192.168.10.101 | tail -1
      arping -c 1 -w 1 -I ens5 172.16.158.1 | tail -1
      """
    Then it prints:
      """
      Received 1 response(s)
      Received 0 response(s)
      """

  Scenario: A node that speaks from its own address through the tunnel is masqueraded
    When I run on k8s-w1:
      """
      ping -c 1 -I 192.168.10.101 172.16.184.1 | head -2
      """
    Then it prints lines like:
      """
      PING 172.16.184.1 (172.16.184.1) from 192.168.10.101 : 56(84) bytes of data.
      64 bytes from 172.16.184.1: icmp_seq=1 ttl=63 time=… ms
      """
    And pod2 sees the request come from 172.16.158.0

  Scenario: Where the tunnel takes less, the pod is told how much
    When I run on k8s-w1:
      """
      ip link set tunl0 mtu 1400
      """
    And pod1 pings pod2 with:
      | size | 1400 |
      | df   | do   |
    Then the ping fails
    And 192.168.10.101 reports "Frag needed and DF set (mtu = 1400)"
