Feature: As a student types it

  Scenario: A ping
    Given the manifests "two-pods-one-node"
    When I run in pod1:
      """
      ping -c 1 172.16.158.2
      """
    Then it prints lines like:
      """
      PING 172.16.158.2 (172.16.158.2) 56(84) bytes of data.
      64 bytes from 172.16.158.2: icmp_seq=1 ttl=63 time=0.061 ms
      """
