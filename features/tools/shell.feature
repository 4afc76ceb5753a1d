Feature: The shell of a node
  Pipes, variables, loops, the background, and a clock that costs nothing.

  Scenario: Loops and substitutions
    Given the manifests "two-pods-one-node"
    When I run on k8s-m:
      """
      for ip in $(kubectl get pods -o jsonpath='{.items[*].status.podIP}'); do
        echo "$ip: $(ping -c 1 -q -W 1 $ip | grep -o '[0-9]* received')"
      done
      """
    Then it prints:
      """
      172.16.158.1: 1 received
      172.16.158.2: 1 received
      """

  Scenario: From node to node and back
    When I run on k8s-m:
      """
      hostname
      ssh k8s-w1
      hostname
      exit
      ssh k8s-w2 hostname
      whoami
      """
    Then it prints:
      """
      k8s-m
      k8s-w1
      k8s-w2
      root
      """

  Scenario: An hour costs nothing
    When I run on k8s-m:
      """
      before=$(date +%s)
      sleep 3600
      echo $(( $(date +%s) - before ))
      """
    Then it prints:
      """
      3600
      """

  Scenario: A ping that nobody ends is ended
    Given the manifests "two-pods-one-node"
    When I run in pod1:
      """
      ping 172.16.158.2
      """
    Then it prints lines like:
      """
      64 bytes from 172.16.158.2: icmp_seq=5 ttl=63 time=… ms

      --- 172.16.158.2 ping statistics ---
      """

  Scenario: A loop without an end is stopped, and the lab goes on
    When I run on k8s-m:
      """
      while true; do :; done
      """
    Then it fails with:
      """
      calicumber: stopped: …
      """
    When I run on k8s-m:
      """
      echo still here
      """
    Then it prints:
      """
      still here
      """
