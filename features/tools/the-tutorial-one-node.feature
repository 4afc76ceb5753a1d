Feature: The tutorial, typed: two pods on one node
  What a student types when two pods of one node talk, and sees. Earlier pods came and went, and addresses
  are handed out first in, first out: so pod2 has 172.16.158.2 here and pod1 172.16.158.3.

  Background:
    Given the manifests:
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: earlier}
      spec: {nodeName: k8s-w1, containers: [{name: main, image: nicolaka/netshoot}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: pod2}
      spec: {nodeName: k8s-w1, containers: [{name: pod2, image: nicolaka/netshoot}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: pod1}
      spec: {nodeName: k8s-w1, containers: [{name: pod1, image: nicolaka/netshoot}]}
      """

  Scenario: The pods and their addresses
    When I run on k8s-m:
      """
      kubectl delete pod earlier
      sleep 33
      k get pods -o wide
      """
    Then it prints:
      """
      pod "earlier" deleted
      NAME   READY   STATUS    RESTARTS   AGE   IP             NODE     NOMINATED NODE   READINESS GATES
      pod1   1/1     Running   0          33s   172.16.158.3   k8s-w1   <none>           <none>
      pod2   1/1     Running   0          33s   172.16.158.2   k8s-w1   <none>           <none>
      """

  Scenario: Their interfaces on the node
    When I run on k8s-m:
      """
      kubectl delete pod earlier
      calicoctl get workloadendpoints
      """
    Then it prints:
      """
      pod "earlier" deleted
      WORKLOAD   NODE     NETWORKS          INTERFACE
      pod1       k8s-w1   172.16.158.3/32   calice0906292e2
      pod2       k8s-w1   172.16.158.2/32   calibd2348b4f67
      """

  Scenario: In the pod, a ping to the other one
    When I run on k8s-m:
      """
      kubectl exec pod1 -it -- zsh
      ping -c 3 172.16.158.2
      exit
      """
    Then it prints lines like:
      """
      PING 172.16.158.2 (172.16.158.2) 56(84) bytes of data.
      64 bytes from 172.16.158.2: icmp_seq=1 ttl=63 time=… ms
      64 bytes from 172.16.158.2: icmp_seq=2 ttl=63 time=… ms
      64 bytes from 172.16.158.2: icmp_seq=3 ttl=63 time=… ms

      --- 172.16.158.2 ping statistics ---
      3 packets transmitted, 3 received, 0% packet loss, time …ms
      rtt min/avg/max/mdev = … ms
      """
    And the request is seen on calice0906292e2
    And the request is seen on calibd2348b4f67
    And nothing of the ping is seen on ens5 of k8s-w1

  Scenario: The pod's only neighbour has the MAC that all cali interfaces have
    When I run on k8s-m:
      """
      kubectl exec pod1 -it -- zsh
      ping -c 1 172.16.158.2 > /dev/null
      sleep 60
      ip -s neigh
      """
    Then it prints lines like:
      """
      169.254.1.1 dev eth0 lladdr ee:ee:ee:ee:ee:ee  used …/…/…probes … STALE
      """

  Scenario: In colour
    When I run in pod1:
      """
      ping -c 1 172.16.158.2 > /dev/null
      ip -c -s neigh | grep -c ee:ee:ee:ee:ee:ee
      """
    Then it prints:
      """
      1
      """

  Scenario: The capture on the cali interface of pod2
    When I run on k8s-w1:
      """
      tcpdump -i calibd2348b4f67 -nn -l > /tmp/pod2.txt 2> /dev/null &
      sleep 1
      kubectl exec pod1 -- ping -c 1 172.16.158.2 > /dev/null
      sleep 10
      kill %1; wait
      cat /tmp/pod2.txt
      """
    Then it prints lines like:
      """
      … ARP, Request who-has 172.16.158.2 tell 192.168.10.101, length 28
      … ARP, Reply 172.16.158.2 is-at …, length 28
      … IP 172.16.158.3 > 172.16.158.2: ICMP echo request, id …, seq 1, length 64
      … ARP, Request who-has 169.254.1.1 tell 172.16.158.2, length 28
      … ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee, length 28
      … IP 172.16.158.2 > 172.16.158.3: ICMP echo reply, id …, seq 1, length 64
      …
      """

  Scenario: Every cali interface has the same MAC
    When I run on k8s-w1:
      """
      ip link show | grep -A 1 cali | grep -c "link/ether ee:ee:ee:ee:ee:ee brd ff:ff:ff:ff:ff:ff"
      """
    Then it prints:
      """
      3
      """
