Feature: natOutgoing

  Background:
    Given the manifests "pods"

  Scenario: The outside sees the node, and its answer finds the pod
    When pod1 on k8s-w1 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101
    And pod1 sees the reply come from 8.8.8.8

  Scenario: Another node is outside, too
    When pod1 on k8s-w1 pings the node k8s-w2
    Then the ping succeeds
    And k8s-w2 sees the request come from 192.168.10.101

  Scenario: What the rule asks
    When pod1 on k8s-w1 pings 8.8.8.8
    Then the ping succeeds
    And the ipset cali40all-ipam-pools on k8s-w1 has the members:
      | member        |
      | 172.16.0.0/16 |
    And chain cali-nat-outgoing of table nat on k8s-w1 is:
      """
      -A cali-nat-outgoing -m comment --comment "cali:flqWnvo8yq4ULQLa" -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst -j MASQUERADE --random-fully
      """

  Scenario: What a node itself sends into the tunnel gets the address of the tunnel
    When the node k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And the rule cali:SXWvdsbh4Mw7wOln is in chain cali-POSTROUTING of table nat on k8s-w1

  Scenario: Switched off, it lets the pod's own address out
    Given the ping from pod1 to 8.8.8.8 succeeds
    When natOutgoing of pool default-ipv4-ippool is set to false
    And pod1 on k8s-w1 pings 8.8.8.8
    Then the ping fails
    And internet cannot reply because "no route to 172.16.158"
