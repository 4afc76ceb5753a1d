Feature: The tutorial, typed: two pods on two nodes
  BIRD's routes say which node has the other pod's block; the packet goes through tunl0.

  Background:
    Given the file "node2-pod2.yaml" on k8s-m has the manifests "two-pods-two-nodes"
    And I run on k8s-m:
      """
      kubectl apply -f node2-pod2.yaml
      """

  Scenario: The pods are made
    Then it prints:
      """
      pod/pod1 created
      pod/pod2 created
      """

  Scenario: The pods and their interfaces
    When I run on k8s-m:
      """
      sleep 159
      calicoctl get workloadendpoints
      k get po -o wide
      """
    Then it prints:
      """
      WORKLOAD   NODE     NETWORKS          INTERFACE
      pod1       k8s-w1   172.16.158.1/32   calice0906292e2
      pod2       k8s-w2   172.16.184.1/32   calibd2348b4f67

      NAME   READY   STATUS    RESTARTS   AGE     IP             NODE     NOMINATED NODE   READINESS GATES
      pod1   1/1     Running   0          2m39s   172.16.158.1   k8s-w1   <none>           <none>
      pod2   1/1     Running   0          2m39s   172.16.184.1   k8s-w2   <none>           <none>
      """

  Scenario: The routes of the control plane's node
    When I run on k8s-m:
      """
      route -n | head -2 ; route -n | grep 172.16.
      """
    Then it prints:
      """
      Kernel IP routing table
      Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
      172.16.34.0     192.168.20.100  255.255.255.0   UG    0      0        0 tunl0
      172.16.116.0    0.0.0.0         255.255.255.0   U     0      0        0 *
      172.16.158.0    192.168.10.101  255.255.255.0   UG    0      0        0 tunl0
      172.16.184.0    192.168.10.102  255.255.255.0   UG    0      0        0 tunl0
      """

  Scenario: A ping, and two IPv4 headers on the network card
    When I run on k8s-m:
      """
      kubectl exec pod1 -it -- zsh
      ping -c 3 172.16.184.1
      """
    Then it prints lines like:
      """
      64 bytes from 172.16.184.1: icmp_seq=1 ttl=62 time=… ms
      …
      3 packets transmitted, 3 received, 0% packet loss, time …ms
      """
    And between k8s-w1 and k8s-w2 the request is encapsulated with IPIP

  Scenario: The same, seen by tcpdump
    When I run on k8s-w1:
      """
      tcpdump -i ens5 -nn proto 4 -c 4 &
      kubectl exec pod1 -- ping -c 2 172.16.184.1 > /dev/null
      wait
      """
    Then it prints lines like:
      """
      … IP 192.168.10.101 > 192.168.10.102: IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 1, length 64
      … IP 192.168.10.102 > 192.168.10.101: IP 172.16.184.1 > 172.16.158.1: ICMP echo reply, id …, seq 1, length 64
      … IP 192.168.10.101 > 192.168.10.102: IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 2, length 64
      … IP 192.168.10.102 > 192.168.10.101: IP 172.16.184.1 > 172.16.158.1: ICMP echo reply, id …, seq 2, length 64
      """
