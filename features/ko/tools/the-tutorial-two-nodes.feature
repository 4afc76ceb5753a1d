# language: ko
기능: 튜토리얼 그대로 입력하기: 두 노드의 두 파드
  다른 파드의 블록이 어느 노드에 있는지는 BIRD의 경로가 알려 주고, 패킷은 tunl0를 지난다.

  배경:
    먼저 k8s-m의 파일 "node2-pod2.yaml"에 매니페스트 "two-pods-two-nodes"가 들어 있다
    그리고 k8s-m에서 다음을 실행한다:
      """
      kubectl apply -f node2-pod2.yaml
      """

  시나리오: 파드가 만들어진다
    그러면 다음이 출력된다:
      """
      pod/pod1 created
      pod/pod2 created
      """

  시나리오: 파드와 그 인터페이스
    만일 k8s-m에서 다음을 실행하면:
      """
      sleep 159
      calicoctl get workloadendpoints
      k get po -o wide
      """
    그러면 다음이 출력된다:
      """
      WORKLOAD   NODE     NETWORKS          INTERFACE
      pod1       k8s-w1   172.16.158.1/32   calice0906292e2
      pod2       k8s-w2   172.16.184.1/32   calibd2348b4f67
      
      NAME   READY   STATUS    RESTARTS   AGE     IP             NODE     NOMINATED NODE   READINESS GATES
      pod1   1/1     Running   0          2m39s   172.16.158.1   k8s-w1   <none>           <none>
      pod2   1/1     Running   0          2m39s   172.16.184.1   k8s-w2   <none>           <none>
      """

  시나리오: 컨트롤 플레인 노드의 경로
    만일 k8s-m에서 다음을 실행하면:
      """
      route -n | head -2 ; route -n | grep 172.16.
      """
    그러면 다음이 출력된다:
      """
      Kernel IP routing table
      Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
      172.16.34.0     192.168.20.100  255.255.255.0   UG    0      0        0 tunl0
      172.16.116.0    0.0.0.0         255.255.255.0   U     0      0        0 *
      172.16.158.0    192.168.10.101  255.255.255.0   UG    0      0        0 tunl0
      172.16.184.0    192.168.10.102  255.255.255.0   UG    0      0        0 tunl0
      """

  시나리오: 핑, 그리고 네트워크 카드에 보이는 IPv4 헤더 두 개
    만일 k8s-m에서 다음을 실행하면:
      """
      kubectl exec pod1 -it -- zsh
      ping -c 3 172.16.184.1
      """
    그러면 다음과 같은 줄이 출력된다:
      """
      64 bytes from 172.16.184.1: icmp_seq=1 ttl=62 time=… ms
      …
      3 packets transmitted, 3 received, 0% packet loss, time …ms
      """
    그리고 k8s-w1과 k8s-w2 사이에서 요청이 IPIP로 캡슐화된다

  시나리오: tcpdump로 본 같은 핑
    만일 k8s-w1에서 다음을 실행하면:
      """
      tcpdump -i ens5 -nn proto 4 -c 4 &
      kubectl exec pod1 -- ping -c 2 172.16.184.1 > /dev/null
      wait
      """
    그러면 다음과 같은 줄이 출력된다:
      """
      … IP 192.168.10.101 > 192.168.10.102: IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 1, length 64
      … IP 192.168.10.102 > 192.168.10.101: IP 172.16.184.1 > 172.16.158.1: ICMP echo reply, id …, seq 1, length 64
      … IP 192.168.10.101 > 192.168.10.102: IP 172.16.158.1 > 172.16.184.1: ICMP echo request, id …, seq 2, length 64
      … IP 192.168.10.102 > 192.168.10.101: IP 172.16.184.1 > 172.16.158.1: ICMP echo reply, id …, seq 2, length 64
      """
