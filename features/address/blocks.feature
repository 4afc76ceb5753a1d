Feature: Addresses come from blocks, and blocks belong to nodes
  A pool is cut into blocks. A node takes the first block that the hash of its name points to, takes
  the first address of it for its tunnel, and gives the others to its pods, in order.

  Scenario: Each node's name decides which block it takes
    When the manifests "one-pod" are applied
    Then the blocks are:
      | block           | node   | in use |
      | 172.16.116.0/24 | k8s-m  | 1      |
      | 172.16.158.0/24 | k8s-w1 | 2      |
      | 172.16.184.0/24 | k8s-w2 | 1      |
      | 172.16.34.0/24  | k8s-w0 | 1      |

  Scenario: The tunnel takes the first address of the block
    When the manifests "one-pod" are applied
    Then tunl0 of k8s-w1 is:
      | kind      | ipip            |
      | mtu       | 1480            |
      | addresses | 172.16.158.0/32 |
    And pod1 has the address 172.16.158.1

  Scenario: An address that comes back goes to the end of the queue
    Given the manifests "two-pods-one-node"
    And pod2 has the address 172.16.158.2
    When the pod pod2 is deleted
    And the manifests "two-pods-one-node" are applied
    Then pod2 has the address 172.16.158.3
    And pod1 has the address 172.16.158.1

  Scenario: The pool is as the lab says
    When the manifests "one-pod" are applied
    Then the pools are:
      | name                | cidr          | block size | nat  | ipipmode | vxlanmode |
      | default-ipv4-ippool | 172.16.0.0/16 | 24         | true | Always   | Never     |
