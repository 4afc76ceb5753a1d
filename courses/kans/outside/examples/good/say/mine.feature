Feature: Who the outside sees

  Background:
    Given the manifests "pods"

  Scenario: The node
    When pod1 on k8s-w1 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101

  Scenario: Also another node sees the node
    When pod1 on k8s-w1 pings the node k8s-w2
    Then the ping succeeds
    And k8s-w2 sees the request come from 192.168.10.101

  Scenario: The pod, once natOutgoing is off
    Given the ping from pod1 to 8.8.8.8 succeeds
    When natOutgoing of pool default-ipv4-ippool is set to false
    And pod1 on k8s-w1 pings 8.8.8.8
    Then the ping fails
    And internet cannot reply because "no route to 172.16.158"
