Feature: tcpdump, as it is typed

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: A capture is written to a file and read again
    When I run on k8s-w1:
      """
      tcpdump -i any -w /tmp/x.pcap icmp 2> /dev/null &
      kubectl exec pod1 -- ping -c 1 -q 172.16.184.1 > /dev/null
      kill -INT %1
      wait
      tcpdump -r /tmp/x.pcap -nn -t 2> /dev/null
      """
    Then it prints lines like:
      """
      calice0906292e2 In  IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 1, length 64
      tunl0 Out IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 1, length 64
      tunl0 In  IP 172.16.184.1 > 172.16.158.1: ICMP echo reply, id …, seq 1, length 64
      calice0906292e2 Out IP 172.16.184.1 > 172.16.158.1: ICMP echo reply, id …, seq 1, length 64
      """

  Scenario: With the link layer, in full
    When I run on k8s-w1:
      """
      tcpdump -i ens5 -nn -e -vv -c 1 proto 4 2> /dev/null &
      kubectl exec pod1 -- ping -c 1 -q 172.16.184.1 > /dev/null
      wait
      """
    Then it prints lines like:
      """
      … ethertype IPv4 (0x0800), length 118: (tos 0x0, ttl 63, id …, offset 0, flags [DF], proto IPIP (4), length 104)
          192.168.10.101 > 192.168.10.102: (tos 0x0, ttl 63, id …, offset 0, flags [DF], proto ICMP (1), length 84)
          172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 1, length 64
      """

  Scenario: Nobody talks, and somebody presses Ctrl-C
    When I run on k8s-w1:
      """
      tcpdump -i calice0906292e2 -nn 2>&1
      """
    Then it prints lines like:
      """
      0 packets captured
      """

  Scenario: A device that there is not
    When I run on k8s-w1:
      """
      tcpdump -i nosuch
      """
    Then it fails with:
      """
      tcpdump: nosuch: No such device exists
      …
      """
