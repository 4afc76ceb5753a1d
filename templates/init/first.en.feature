Feature: What happens to a packet
  Two pods on two nodes, and the world outside. Change a line, save, and see what becomes of it.

  Background:
    Given the lab "kans"
    And the manifests "two-pods"

  Scenario: Pods on two nodes reach each other through the tunnel
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP
    And pod2 sees the request come from 172.16.158.1

  Scenario: The outside sees the node in place of the pod
    When pod1 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101

  Scenario: Without natOutgoing, the answer does not find its way back
    Given the ping from pod1 to 8.8.8.8 succeeds
    When natOutgoing of pool default-ipv4-ippool is set to false
    And pod1 pings 8.8.8.8
    Then the ping fails
    And internet cannot reply because "no route to 172.16.158.1"
