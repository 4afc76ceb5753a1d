Feature: The commands print what they print on a real node
  What a student types on a node or in a pod of the tutorial, and sees there.

  Scenario: calicoctl lists the workload endpoints
    When the manifests "two-pods-one-node" are applied
    Then "calicoctl get workloadendpoints" on k8s-m shows:
      """
      WORKLOAD   NODE     NETWORKS          INTERFACE
      pod1       k8s-w1   172.16.158.1/32   calice0906292e2
      pod2       k8s-w1   172.16.158.2/32   calibd2348b4f67
      """

  Scenario: ip route in a pod
    When the manifests "one-pod" are applied
    Then "ip route" on pod1 shows:
      """
      default via 169.254.1.1 dev eth0
      169.254.1.1 dev eth0 scope link
      """

  Scenario: ip route on a node
    When the manifests "two-pods-one-node" are applied
    Then "ip route" on k8s-w1 shows:
      """
      default via 192.168.10.254 dev ens5
      172.16.34.0/24 via 192.168.20.100 dev tunl0 proto bird onlink
      172.16.116.0/24 via 192.168.10.10 dev tunl0 proto bird onlink
      blackhole 172.16.158.0/24 proto bird
      172.16.158.1 dev calice0906292e2 scope link
      172.16.158.2 dev calibd2348b4f67 scope link
      172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink
      192.168.10.0/24 dev ens5 proto kernel scope link src 192.168.10.101
      """

  Scenario: ip neigh in a pod, after a ping
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then "ip neigh" on pod1 shows:
      """
      169.254.1.1 dev eth0 lladdr ee:ee:ee:ee:ee:ee REACHABLE
      """

  Scenario: iptables lists the rule that translates
    When the manifests "one-pod" are applied
    Then "iptables -n -t nat --list cali-nat-outgoing" on k8s-w1 shows the line "Chain cali-nat-outgoing (1 references)"

  Scenario: ipset lists the pools that are translated
    Given "ipset list cali40masq-ipam-pools" on k8s-w1 shows the line "172.16.0.0/16"
    When natOutgoing of pool default-ipv4-ippool is set to false
    Then "ipset list cali40masq-ipam-pools" on k8s-w1 shows the line "Number of entries: 0"
    And "ipset list cali40masq-ipam-pools" on k8s-w1 does not show the line "172.16.0.0/16"

  Scenario: ping prints what became of it
    Given the manifests "two-pods-one-node"
    When pod1 pings pod2
    Then ping prints "PING 172.16.158.2 (172.16.158.2) 56(84) bytes of data."
    And ping prints "1 packets transmitted, 1 received, 0% packet loss, time 0ms"
