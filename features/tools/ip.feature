Feature: ip, as it is typed on a node and in a pod

  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: In a pod
    When I run on k8s-m:
      """
      kubectl exec pod1 -it -- zsh
      ip addr
      ip route
      ip -br addr
      """
    Then it prints lines like:
      """
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
          link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
          inet 127.0.0.1/8 scope host lo
             valid_lft forever preferred_lft forever
      …: eth0@if…: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1480 qdisc noqueue state UP group default …
          link/ether … brd ff:ff:ff:ff:ff:ff link-netnsid 0
          inet 172.16.158.1/32 scope global eth0
             valid_lft forever preferred_lft forever
      default via 169.254.1.1 dev eth0
      169.254.1.1 dev eth0 scope link
      lo               UNKNOWN        127.0.0.1/8
      eth0@if…  UP             172.16.158.1/32
      """

  Scenario: The tunnel, in detail
    When I run on k8s-w1:
      """
      ip -d link show tunl0
      """
    Then it prints lines like:
      """
      …: tunl0@NONE: <NOARP,UP,LOWER_UP> mtu 1480 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
          link/ipip 0.0.0.0 brd 0.0.0.0 promiscuity 0 …
          ipip any remote any local any ttl inherit nopmtudisc…
      """

  Scenario: A route by hand, and gone again
    When I run on k8s-w1:
      """
      ip route add 10.9.0.0/24 via 192.168.10.102
      ip route get 10.9.0.7
      ip route del 10.9.0.0/24
      ip route | grep -c 10.9
      """
    Then it prints lines like:
      """
      10.9.0.7 via 192.168.10.102 dev ens5 src 192.168.10.101 uid 0
          cache
      0
      """

  Scenario: The neighbours of a pod, forgotten
    When I run in pod1:
      """
      ping -c 1 -q 172.16.184.1 > /dev/null
      ip neigh
      ip neigh flush dev eth0
      ip neigh
      """
    Then it prints:
      """
      169.254.1.1 dev eth0 lladdr ee:ee:ee:ee:ee:ee REACHABLE
      """

  Scenario: A wrong word
    When I run on k8s-w1:
      """
      ip route add 10.9.0.0/24 via nowhere
      """
    Then it fails with:
      """
      Error: inet address is expected rather than "nowhere".
      """
