Feature: What is broken shows where it is broken
  Each of these faults loses packets in its own way, and the trace of the packet names the place.

  Background:
    Given the manifests "two-pods-one-node"
    And the ping from pod1 to pod2 succeeds

  @fault
  Scenario: A node that does not forward
    When the sysctl net.ipv4.ip_forward on k8s-w1 is set to 0
    And pod1 pings pod2
    Then the ping fails
    And the request is dropped on k8s-w1 for IP_INADDRERRORS
    And the request is seen on the cali interface of pod1
    And nothing of the ping is seen on ens5 of k8s-w1

  @fault
  Scenario: A cali interface that is down
    When "ip link set calibd2348b4f67 down" is run on k8s-w1
    And pod1 pings pod2
    Then the ping fails
    And the request is dropped on k8s-w1
    And nothing of the ping is seen on the cali interface of pod2

  @fault
  Scenario: A pod that has lost its way out
    When "ip route del default" is run on pod1
    Then "ping -c 1 172.16.158.2" on pod1 fails with "ping: connect: Network is unreachable"
    And "ip route" on pod2 shows the line "default via 169.254.1.1 dev eth0"
