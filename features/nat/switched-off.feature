Feature: Without natOutgoing a pod cannot talk to the outside
  The packet still gets there, but with the pod's own address, and nobody out there knows the way
  back to it.

  Background:
    Given the manifests "one-pod"
    And the ping from pod1 to 8.8.8.8 succeeds

  Scenario: The ping is lost, because the reply has no way back
    When natOutgoing of pool default-ipv4-ippool is set to false
    And pod1 pings 8.8.8.8
    Then the ping fails
    And internet sees the request come from 172.16.158.1
    And internet cannot reply because "no route to 172.16.158.1"

  Scenario: The rule goes, the chain and the sets stay
    Given the rule cali:flqWnvo8yq4ULQLa is in chain cali-nat-outgoing of table nat on k8s-w1
    And the ipset cali40masq-ipam-pools on k8s-w1 has the members:
      | member        |
      | 172.16.0.0/16 |
    When natOutgoing of pool default-ipv4-ippool is set to false
    Then the rule cali:flqWnvo8yq4ULQLa is not in chain cali-nat-outgoing of table nat on k8s-w1
    And the ipset cali40masq-ipam-pools on k8s-w1 is empty
    And the ipset cali40all-ipam-pools on k8s-w1 has the members:
      | member        |
      | 172.16.0.0/16 |

  Scenario: Switched on again, it works again
    When natOutgoing of pool default-ipv4-ippool is set to false
    And pod1 pings 8.8.8.8
    Then the ping fails
    When natOutgoing of pool default-ipv4-ippool is set to true
    And pod1 pings 8.8.8.8
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101
    And the rule cali:flqWnvo8yq4ULQLa is in chain cali-nat-outgoing of table nat on k8s-w1

  Scenario: A ping that is running keeps its decision
    Given pod1 pings 8.8.8.8 with:
      | id | 77 |
    When natOutgoing of pool default-ipv4-ippool is set to false
    And pod1 pings 8.8.8.8 with:
      | id | 77 |
    Then the ping succeeds
    And internet sees the request come from 192.168.10.101
    When pod1 pings 8.8.8.8 with:
      | id | 78 |
    Then the ping fails
    And internet sees the request come from 172.16.158.1

  Scenario: The node's own pings do not depend on it
    When natOutgoing of pool default-ipv4-ippool is set to false
    And the node k8s-w1 pings 8.8.8.8
    Then the ping succeeds

  Scenario: Pods still reach each other
    Given the manifests "pod-in-the-other-subnet"
    When natOutgoing of pool default-ipv4-ippool is set to false
    And pod1 pings pod3
    Then the ping succeeds
