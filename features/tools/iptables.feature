Feature: iptables, ipset and conntrack, as they are typed

  Background:
    Given the manifests "one-pod"

  Scenario: The chain as rules
    When I run on k8s-w1:
      """
      iptables -t nat -S cali-nat-outgoing
      """
    Then it prints:
      """
      -N cali-nat-outgoing
      -A cali-nat-outgoing -m comment --comment "cali:flqWnvo8yq4ULQLa" -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst -j MASQUERADE --random-fully
      """

  Scenario: The counters count
    When I run on k8s-w1:
      """
      kubectl exec pod1 -- ping -c 3 -q 8.8.8.8 > /dev/null
      iptables -t nat -nvL cali-nat-outgoing
      """
    Then the table has a row:
      | pkts | bytes | target     | prot | source    |
      | 1    | 84    | MASQUERADE | all  | 0.0.0.0/0 |

  Scenario: Everything, to be saved
    When I run on k8s-w1:
      """
      iptables-save -t nat | grep POSTROUTING
      """
    Then it prints lines like:
      """
      :POSTROUTING ACCEPT …
      :cali-POSTROUTING - …
      -A POSTROUTING -m comment --comment "cali:O3lYWMrLQYEMJtB5" -j cali-POSTROUTING
      …
      """

  Scenario: The names of the sets
    When I run on k8s-w1:
      """
      ipset list -n | sort
      """
    Then it prints lines like:
      """
      cali40all-hosts-net
      cali40all-ipam-pools
      cali40masq-ipam-pools
      cali40this-host
      """

  Scenario: What the connection tracker holds
    When I run on k8s-w1:
      """
      kubectl exec pod1 -- ping -c 1 -q 8.8.8.8 > /dev/null
      conntrack -L 2> /dev/null | grep icmp
      """
    Then it prints lines like:
      """
      icmp     1 … src=172.16.158.1 dst=8.8.8.8 type=8 code=0 id=… src=8.8.8.8 dst=192.168.10.101 type=0 code=0 id=… mark=0 use=1
      """

  Scenario: A chain emptied by hand
    Given the ping from pod1 to 8.8.8.8 succeeds
    When I run on k8s-w1:
      """
      iptables -t nat -F cali-nat-outgoing
      conntrack -F
      """
    And pod1 pings 8.8.8.8
    Then the ping fails
    And internet sees the request come from 172.16.158.1

  Scenario: A chain that there is not
    When I run on k8s-w1:
      """
      iptables -t nat -L cali-nothing
      """
    Then it fails with:
      """
      iptables v1.8.7 (nf_tables): chain `cali-nothing' in table `nat' is incompatible, use 'nft' tool.
      """
