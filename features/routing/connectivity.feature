Feature: Everybody reaches everybody, until something is in the way
  A table says who reaches whom: a row asks, a column is asked.

  Background:
    Given the manifests "two-pods-two-nodes"
    And the manifests "pod-in-the-other-subnet"

  Scenario: Pods, nodes and the outside
    Then the connectivity is:
      |        | pod1 | pod2 | pod3 | k8s-w1 | k8s-w2 | k8s-w0 | internet |
      | pod1   | .    | .    | .    | .      | .      | .      | .        |
      | pod2   | .    | .    | .    | .      | .      | .      | .        |
      | pod3   | .    | .    | .    | .      | .      | .      | .        |
      | k8s-w1 | .    | .    | .    | .      | .      | .      | .        |
      | k8s-w2 | .    | .    | .    | .      | .      | .      | .        |
      | k8s-w0 | .    | .    | .    | .      | .      | .      | .        |

  Scenario: Without natOutgoing pods keep to themselves, and to the nodes
    When natOutgoing of pool default-ipv4-ippool is set to false
    Then the connectivity is:
      |        | pod1 | pod2 | pod3 | k8s-w1 | k8s-w2 | k8s-w0 | internet |
      | pod1   | .    | .    | .    | .      | .      | .      | X        |
      | pod2   | .    | .    | .    | .      | .      | .      | X        |
      | pod3   | .    | .    | .    | .      | .      | .      | X        |
      | k8s-w1 | .    | .    | .    | .      | .      | .      | .        |

  Scenario: A node that lost its route to a block cuts off its own pods and those of the block
    When "ip route del 172.16.184.0/24" is run on k8s-w1
    Then the connectivity is:
      |        | pod1 | pod2 | pod3 |
      | pod1   | .    | X    | .    |
      | pod2   | X    | .    | .    |
      | pod3   | .    | .    | .    |

  Scenario: A node takes tunnels of the cluster's nodes only, and says why
    When "ipset del cali40all-hosts-net 192.168.10.101" is run on k8s-w2
    Then the connectivity is:
      |      | pod1 | pod2           | pod3 |
      | pod1 | .    | NETFILTER_DROP | .    |
      | pod3 | .    | .              | .    |

  Scenario: Ports
    Then the connectivity on TCP port 80 is:
      |      | pod1 | pod2 | 8.8.8.8 |
      | pod1 | .    | .    | .       |
      | pod2 | .    | .    | .       |
