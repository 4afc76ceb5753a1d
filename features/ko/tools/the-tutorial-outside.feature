# language: ko
기능: 튜토리얼 그대로 입력하기: 외부로
  natOutgoing을 끄기 전까지 iptables가 파드의 주소를 노드의 주소로 바꾼다.

  배경:
    먼저 매니페스트 "one-pod"가 적용되어 있다

  시나리오: 주소를 바꾸는 규칙
    만일 k8s-w1에서 다음을 실행하면:
      """
      iptables -n -t nat --list cali-nat-outgoing
      """
    그러면 다음이 출력된다:
      """
      Chain cali-nat-outgoing (1 references)
      target     prot opt source               destination
      MASQUERADE  all  --  0.0.0.0/0            0.0.0.0/0            /* cali:flqWnvo8yq4ULQLa */ match-set cali40masq-ipam-pools src ! match-set cali40all-ipam-pools dst random-fully
      """

  시나리오: 주소를 바꿔 줄 풀의 집합
    만일 k8s-w1에서 다음을 실행하면:
      """
      ipset list cali40masq-ipam-pools
      """
    그러면 다음과 같은 줄이 출력된다:
      """
      Name: cali40masq-ipam-pools
      Type: hash:net
      Revision: 7
      Header: family inet hashsize 1024 maxelem 1048576 bucketsize 12 initval 0x…
      Size in memory: 504
      References: 1
      Number of entries: 1
      Members:
      172.16.0.0/16
      """

  시나리오: natOutgoing을 끄면 핑이 사라진다
    만일 k8s-m에서 다음을 실행하면:
      """
      kubectl exec pod1 -- ping -c 1 8.8.8.8 > /dev/null && echo answered
      calicoctl get ippool default-ipv4-ippool -o yaml | sed -e "s/natOutgoing: true/natOutgoing: false/" | calicoctl apply -f -
      kubectl exec pod1 -- ping -c 1 -W 1 8.8.8.8
      """
    그러면 다음과 같은 줄이 출력된다:
      """
      answered
      Successfully applied 1 'IPPool' resource(s)
      PING 8.8.8.8 (8.8.8.8) 56(84) bytes of data.
      
      --- 8.8.8.8 ping statistics ---
      1 packets transmitted, 0 received, 100% packet loss, time 0ms
      """
    그리고 k8s-w1에서 "iptables -t nat -S cali-nat-outgoing"의 출력은 다음과 같다:
      """
      -N cali-nat-outgoing
      """

  시나리오: 끄기 전에는 네트워크 카드에 노드의 주소가, 끈 뒤에는 파드의 주소가 보인다
    만일 k8s-w1에서 다음을 실행하면:
      """
      tcpdump -i ens5 -nn -c 1 icmp 2> /dev/null &
      kubectl exec pod1 -- ping -c 1 8.8.8.8 > /dev/null
      wait
      calicoctl patch ippool default-ipv4-ippool -p '{"spec": {"natOutgoing": false}}'
      tcpdump -i ens5 -nn -c 1 icmp 2> /dev/null &
      kubectl exec pod1 -- ping -c 1 -W 1 8.8.8.8 > /dev/null
      wait
      """
    그러면 다음과 같은 줄이 출력된다:
      """
      … IP 192.168.10.101 > 8.8.8.8: ICMP echo request, id …, seq 1, length 64
      Successfully patched 1 'IPPool' resource
      … IP 172.16.158.1 > 8.8.8.8: ICMP echo request, id …, seq 1, length 64
      """
