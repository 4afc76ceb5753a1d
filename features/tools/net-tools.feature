Feature: route, arp, arping, traceroute, tracepath, sysctl, as they are typed

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: The ARP table in a pod
    When I run in pod1:
      """
      ping -c 1 -q 172.16.184.1 > /dev/null
      arp -n
      """
    Then the table has a row:
      | Address     | HWtype | HWaddress         | Flags | Iface |
      | 169.254.1.1 | ether  | ee:ee:ee:ee:ee:ee | C     | eth0  |

  Scenario: arping asks for the gateway that nobody has
    When I run in pod1:
      """
      arping -c 1 -I eth0 169.254.1.1
      """
    Then it prints lines like:
      """
      ARPING 169.254.1.1 from 172.16.158.1 eth0
      Unicast reply from 169.254.1.1 [EE:EE:EE:EE:EE:EE]  …ms
      Sent 1 probes (1 broadcast(s))
      Received 1 response(s)
      """

  Scenario: traceroute sees both nodes
    When I run in pod1:
      """
      traceroute -n 172.16.184.1
      """
    Then it prints lines like:
      """
      traceroute to 172.16.184.1 (172.16.184.1), 30 hops max, 60 byte packets
       1  192.168.10.101  … ms  … ms  … ms
       2  172.16.184.0  … ms  … ms  … ms
       3  172.16.184.1  … ms  … ms  … ms
      """

  Scenario: tracepath finds the MTU of the way
    When I run in pod1:
      """
      tracepath -n 172.16.184.1
      """
    Then it prints lines like:
      """
       1?: [LOCALHOST]                      pmtu 1480
      …
           Resume: pmtu 1480 hops 3 back 3
      """

  Scenario: A sysctl, by its name and by its file
    When I run on k8s-w1:
      """
      sysctl net.ipv4.conf.calice0906292e2.proxy_arp
      cat /proc/sys/net/ipv4/ip_forward
      echo 0 > /proc/sys/net/ipv4/ip_forward
      sysctl -n net.ipv4.ip_forward
      """
    Then it prints:
      """
      net.ipv4.conf.calice0906292e2.proxy_arp = 1
      1
      0
      """

  Scenario: Without forwarding the node carries nothing
    Given the ping from pod1 to pod2 succeeds
    When I run on k8s-w1:
      """
      echo 0 > /proc/sys/net/ipv4/ip_forward
      """
    And pod1 pings pod2
    Then the ping fails
