Feature: A tunnel makes packets smaller
  The tunnel's header needs 20 bytes, so pods may send 1480 instead of 1500. A packet that is larger
  is cut, unless it forbids that (DF); then the pod's own kernel refuses to send it.

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: The pod's interface knows the limit
    When pod1 pings pod2
    Then eth0 of pod1 is:
      | mtu       | 1480            |
      | addresses | 172.16.158.1/32 |
    And the cali interface of pod1 is:
      | mac | ee:ee:ee:ee:ee:ee |
      | mtu | 1480              |

  Scenario: The largest packet that fits
    When pod1 pings pod2 with:
      | size | 1452 |
      | df   | do   |
    Then the ping succeeds

  Scenario: One byte more, and it may not be cut
    Given the ping from pod1 to pod2 succeeds
    When pod1 pings pod2 with:
      | size | 1453 |
      | df   | do   |
    Then the ping fails
    And ping prints "ping: local error: message too long, mtu=1480"

  Scenario: Where it may be cut, it arrives, in three pieces
    Given the ping from pod1 to pod2 succeeds
    When pod1 pings pod2 with:
      | size | 4000 |
      | df   | dont |
    Then the ping succeeds
    And on the cali interface of pod1 the frames are:
      | frame                                                        | direction |
      | IP 172.16.158.1 > 172.16.184.1: fragment at 0, 1456 bytes    | in        |
      | IP 172.16.158.1 > 172.16.184.1: fragment at 1456, 1456 bytes | in        |
      | IP 172.16.158.1 > 172.16.184.1: fragment at 2912, 1096 bytes | in        |
      | IP 172.16.184.1 > 172.16.158.1: fragment at 0, 1456 bytes    | out       |
      | IP 172.16.184.1 > 172.16.158.1: fragment at 1456, 1456 bytes | out       |
      | IP 172.16.184.1 > 172.16.158.1: fragment at 2912, 1096 bytes | out       |
