Feature: An address that nobody has
  Each node keeps a blackhole for its own block. What is sent to a free address ends there: in
  silence for pods, with an error for the node itself.

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: A free address of the node's own block
    When pod1 pings 172.16.158.77
    Then the ping fails
    And the request is dropped on k8s-w1 because "blackhole"
    And nothing of the ping is seen on ens5 of k8s-w1

  Scenario: A free address of another node's block ends on that node
    When pod1 pings 172.16.184.77
    Then the ping fails
    And the request is dropped on k8s-w2 because "blackhole"
    And between k8s-w1 and k8s-w2 the packet is encapsulated with IPIP

  Scenario: The node itself is told
    When pod1 pings pod2
    Then "ping -c 1 172.16.158.77" on k8s-w1 fails with "ping: connect: Invalid argument"

  Scenario: A deleted pod's address is one that nobody has
    Given the ping from pod1 to pod2 succeeds
    When the pod pod2 is deleted
    And pod1 pings 172.16.184.1
    Then the ping fails
    And the request is dropped on k8s-w2 because "blackhole"

  Scenario: An address on the node's own network that no machine has
    When pod1 pings 192.168.10.99 with:
      | timeout ms | 4000 |
    Then the ping fails
    And the request is dropped on k8s-w1 for NEIGH_FAILED
    And 192.168.10.101 reports "Destination Host Unreachable"
