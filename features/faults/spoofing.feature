Feature: A pod cannot pretend to be another
  The node drops what comes out of a cali interface with a source address that it would not route
  back to that interface.

  Background:
    Given the manifests "two-pods-one-node"

  @fault
  Scenario Outline: A packet with the source of <whom>
    When pod1 sends an echo request to pod2 with the source <address>
    Then the request is dropped on k8s-w1 for NETFILTER_DROP
    And nothing of the packet is seen on ens5 of k8s-w1

    Examples:
      | whom              | address       |
      | a stranger        | 10.1.2.3      |
      | a host outside    | 8.8.8.8       |
      | another pod       | 172.16.158.2  |
      | a pod that is not | 172.16.158.77 |

  Scenario: An honest packet of the same kind passes
    When pod1 sends an echo request to pod2 with the source 172.16.158.1
    Then pod2 sees the request come from 172.16.158.1
