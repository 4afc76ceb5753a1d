Feature: The tutorial, typed: to the outside
  iptables translates the pod's address to the node's, until natOutgoing is turned off.

  Background:
    Given the manifests "one-pod"

  Scenario: The rule that translates
    When I run on k8s-w1:
      """
      iptables -n -t nat --list cali-nat-outgoing
      """
    Then it prints:
      """
      Chain cali-nat-outgoing (1 references)
      target     prot opt source               destination
      MASQUERADE  all  --  0.0.0.0/0            0.0.0.0/0            /* cali:flqWnvo8yq4ULQLa */ match-set cali40masq-ipam-pools src ! match-set cali40all-ipam-pools dst random-fully
      """

  Scenario: The set of the pools that are translated
    When I run on k8s-w1:
      """
      ipset list cali40masq-ipam-pools
      """
    Then it prints lines like:
      """
      Name: cali40masq-ipam-pools
      Type: hash:net
      Revision: 7
      Header: family inet hashsize 1024 maxelem 1048576 bucketsize 12 initval 0x…
      Size in memory: 504
      References: 1
      Number of entries: 1
      Members:
      172.16.0.0/16
      """

  Scenario: natOutgoing is turned off, and the ping is lost
    When I run on k8s-m:
      """
      kubectl exec pod1 -- ping -c 1 8.8.8.8 > /dev/null && echo answered
      calicoctl get ippool default-ipv4-ippool -o yaml | sed -e "s/natOutgoing: true/natOutgoing: false/" | calicoctl apply -f -
      kubectl exec pod1 -- ping -c 1 -W 1 8.8.8.8
      """
    Then it prints lines like:
      """
      answered
      Successfully applied 1 'IPPool' resource(s)
      PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.

      --- 8.8.8.8 ping statistics ---
      1 packets transmitted, 0 received, 100% packet loss, time 0ms
      """
    And "iptables -t nat -S cali-nat-outgoing" on k8s-w1 shows:
      """
      -N cali-nat-outgoing
      """

  Scenario: Before, the network card shows the node's address; after, the pod's
    When I run on k8s-w1:
      """
      tcpdump -i ens5 -nn -c 1 icmp 2> /dev/null &
      kubectl exec pod1 -- ping -c 1 8.8.8.8 > /dev/null
      wait
      calicoctl patch ippool default-ipv4-ippool -p '{"spec": {"natOutgoing": false}}'
      tcpdump -i ens5 -nn -c 1 icmp 2> /dev/null &
      kubectl exec pod1 -- ping -c 1 -W 1 8.8.8.8 > /dev/null
      wait
      """
    Then it prints lines like:
      """
      … IP 192.168.10.101 > 8.8.8.8: ICMP echo request, id …, seq 1, length 64
      Successfully patched 1 'IPPool' resource
      … IP 172.16.158.1 > 8.8.8.8: ICMP echo request, id …, seq 1, length 64
      """
