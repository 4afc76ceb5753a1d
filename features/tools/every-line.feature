Feature: Every line of the tutorial works as it stands
  One line each, as it is typed, and a line of what it prints.

  Background:
    Given the manifests "two-pods-two-nodes"
    And the ping from pod1 to pod2 succeeds

  Scenario Outline: On the control plane's node: <line>
    When I run on k8s-m:
      """
      <line>
      """
    Then it prints lines like:
      """
      <shown>
      """

    Examples: kubectl
      | line                                       | shown                                                              |
      | k get pods -o wide                         | pod1   1/1     Running   0          …   172.16.158.1   k8s-w1   <none>           <none> |
      | k get po                                   | pod2   1/1     Running   0          …                              |
      | kubectl get nodes -o wide                  | k8s-w1   Ready    <none>          …   192.168.10.101   <none>        … |
      | kubectl describe pod pod1                  | Name:             pod1                                             |
      | kubectl get ippools -o yaml                | kind: List                                                         |
      | kubectl label pod pod1 tier=web            | pod/pod1 labeled                                                   |
      | kubectl delete pod pod1                    | pod "pod1" deleted                                                 |
      | kubectl exec pod1 -- ping -c 1 172.16.184.1 | 1 packets transmitted, 1 received, 0% packet loss, time 0ms       |

    Examples: calicoctl
      | line                                         | shown                                                       |
      | calicoctl get workloadendpoints              | pod1       k8s-w1   172.16.158.1/32   calice0906292e2       |
      | calicoctl get workloadEndpoints              | pod2       k8s-w2   172.16.184.1/32   calibd2348b4f67       |
      | calicoctl get workloadEndpoint               | WORKLOAD   NODE     NETWORKS          INTERFACE             |
      | calicoctl get wep -o wide                    | …pod1       k8s-w1   172.16.158.1/32   calice0906292e2   kns.default,ksa.default.default… |
      | calicoctl get wep -o yaml                    | kind: WorkloadEndpointList                                  |
      | calicoctl get wep -A                         | default     pod1       k8s-w1   172.16.158.1/32   calice0906292e2 |
      | calicoctl get ippool -o wide                 | default-ipv4-ippool   172.16.0.0/16   true   Always     Never       false      …all() |
      | calicoctl get ippool default-ipv4-ippool -o yaml | …natOutgoing: true                                      |
      | calicoctl node status                        | \| 192.168.10.101 \| node-to-node mesh \| up    \| … \| Established \| |
      | calicoctl ipam show --show-blocks            | \| Block    \| 172.16.158.0/24 \| …                         |
      | calicoctl get nodes -o wide                  | k8s-m    (64512)   192.168.10.10/24…                       |

  Scenario Outline: On a worker: <line>
    When I run on k8s-w1:
      """
      <line>
      """
    Then it prints lines like:
      """
      <shown>
      """

    Examples: addresses, links, routes, neighbours
      | line                       | shown                                                                     |
      | ip link show               | …: calice0906292e2@if…: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1480 qdisc noqueue state UP mode DEFAULT group default … |
      | ip -d link show tunl0      | …: tunl0@NONE: <NOARP,UP,LOWER_UP> mtu 1480 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000 |
      | ip -br addr                | ens5             UP             192.168.10.101/24                         |
      | ip route                   | blackhole 172.16.158.0/24 proto bird                                      |
      | ip neigh                   | 172.16.158.1 dev calice0906292e2 lladdr … |
      | ip -s neigh                | 192.168.10.102 dev ens5 lladdr … used …/…/…probes … REACHABLE             |
      | route -n \| head -2 ; route -n \| grep 172.16. | 172.16.184.0    192.168.10.102  255.255.255.0   UG    0      0        0 tunl0 |
      | arp -n                     | 172.16.158.1             ether   …   C                     calice0906292e2 |

    Examples: filters, sets, connections, settings
      | line                                             | shown                                                |
      | iptables -n -t nat --list cali-nat-outgoing      | Chain cali-nat-outgoing (1 references)               |
      | iptables -t nat -S cali-nat-outgoing             | -N cali-nat-outgoing                                 |
      | iptables -nvL                                    | Chain cali-FORWARD (1 references)                    |
      | iptables-save                                    | *nat                                                 |
      | ipset list cali40masq-ipam-pools                 | Number of entries: 1                                 |
      | ipset list                                       | Name: cali40all-ipam-pools                           |
      | ipset list -n                                    | cali40this-host                                      |
      | conntrack -L                                     | icmp     1 …src=172.16.158.1 dst=172.16.184.1 type=8 code=0 id=… |
      | sysctl net.ipv4.conf.calice0906292e2.proxy_arp   | net.ipv4.conf.calice0906292e2.proxy_arp = 1          |
      | cat /proc/sys/net/ipv4/ip_forward                | 1                                                    |
      | cat /sys/class/net/calice0906292e2/address       | ee:ee:ee:ee:ee:ee                                    |

  Scenario Outline: In a pod: <line>
    When I run in pod1:
      """
      <line>
      """
    Then it prints lines like:
      """
      <shown>
      """

    Examples:
      | line                           | shown                                                              |
      | ip -s neigh                    | 169.254.1.1 dev eth0 lladdr ee:ee:ee:ee:ee:ee … REACHABLE          |
      | ip addr                        | …inet 172.16.158.1/32 scope global eth0                            |
      | ip route                       | default via 169.254.1.1 dev eth0                                   |
      | ping -c 3 172.16.184.1         | 3 packets transmitted, 3 received, 0% packet loss, time …ms        |
      | ping 172.16.184.1              | 64 bytes from 172.16.184.1: icmp_seq=5 ttl=62 time=… ms            |
      | arping -c 1 -I eth0 169.254.1.1 | Received 1 response(s)                                            |
      | traceroute -n 172.16.184.1     | …3  172.16.184.1  … ms  … ms  … ms                                 |
      | tracepath 172.16.184.1         | …Resume: pmtu 1480 hops 3 back 3                                   |

  Scenario Outline: A line that changes a worker: <line>
    When I run on k8s-w1:
      """
      <line>
      <look>
      """
    Then it prints lines like:
      """
      <shown>
      """

    Examples:
      | line                                         | look                                        | shown |
      | ip link set calice0906292e2 down             | ip -br link show calice0906292e2            | calice0906292e2@if… DOWN           ee:ee:ee:ee:ee:ee <BROADCAST,MULTICAST> |
      | ip route del 172.16.184.0/24                 | ip route show 172.16.184.0/24 \| wc -l      | 0     |
      | ip route add 10.9.0.0/24 via 192.168.10.102  | ip route show 10.9.0.0/24                   | 10.9.0.0/24 via 192.168.10.102 dev ens5 |
      | ip addr add 10.9.9.9/32 dev ens5             | ip -br addr show ens5                       | ens5             UP             192.168.10.101/24 10.9.9.9/32 |
      | ip neigh flush dev ens5                      | ip neigh show dev ens5 \| wc -l             | 0     |
      | iptables -t nat -F cali-nat-outgoing         | iptables -t nat -S cali-nat-outgoing        | -N cali-nat-outgoing |
      | echo 0 > /proc/sys/net/ipv4/ip_forward       | cat /proc/sys/net/ipv4/ip_forward           | 0     |

  Scenario Outline: A line that changes the cluster: <line>
    When I run on k8s-m:
      """
      kubectl get pods pod1 -o yaml > pod1.yaml
      <line>
      <look>
      """
    Then it prints lines like:
      """
      <shown>
      """

    Examples:
      | line                                         | look                                        | shown |
      | calicoctl patch ippool default-ipv4-ippool -p '{"spec":{"natOutgoing":false}}' | calicoctl get ippool -o wide | default-ipv4-ippool   172.16.0.0/16   false   Always     Never       false      …all() |
      | kubectl delete -f pod1.yaml                  | kubectl get pods --no-headers \| wc -l      | 1     |
      | kubectl label node k8s-w1 rack=one           | kubectl get nodes -l rack=one               | k8s-w1   Ready    <none>   … |

  Scenario Outline: A capture: <line>
    When I run on k8s-w1:
      """
      <line> &
      kubectl exec pod1 -- ping -c 1 172.16.184.1 > /dev/null
      kill %1; wait
      """
    Then it prints lines like:
      """
      <shown>
      """

    Examples:
      | line                                         | shown |
      | tcpdump -i calice0906292e2 -nn               | … IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 1, length 64 |
      | tcpdump -i ens5 -nn proto 4 -c 4             | … IP 192.168.10.101 > 192.168.10.102: IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 1, length 64 |
      | tcpdump -e -vv -nn -i calice0906292e2 icmp   | … > ee:ee:ee:ee:ee:ee, ethertype IPv4 (0x0800), length 98: (tos 0x0, ttl 64, id …, offset 0, flags [DF], proto ICMP (1), length 84) |
      | tcpdump -nn -i tunl0                         | … IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 1, length 64 |

  Scenario: In a pod's own shell
    When I run on k8s-m:
      """
      kubectl exec pod1 -it -- zsh
      ip -c -s neigh
      ip neigh flush dev eth0
      ip neigh
      """
    Then it prints lines like:
      """
      …169.254.1.1 …eth0 …ee:ee:ee:ee:ee:ee … REACHABLE
      """
