# language: ko
기능: 튜토리얼 그대로 입력하기: 한 노드의 두 파드
  한 노드의 두 파드가 통신할 때 학생이 입력하는 명령과 보는 출력이다. 앞서 있던 파드가 사라졌고
  주소는 먼저 돌려받은 것부터 내주므로, 여기서 pod2는 172.16.158.2, pod1은 172.16.158.3이다.

  배경:
    먼저 다음 매니페스트가 적용되어 있다:
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

  시나리오: 파드와 그 주소
    만일 k8s-m에서 다음을 실행하면:
      """
      kubectl delete pod earlier
      sleep 33
      k get pods -o wide
      """
    그러면 다음이 출력된다:
      """
      pod "earlier" deleted
      NAME   READY   STATUS    RESTARTS   AGE   IP             NODE     NOMINATED NODE   READINESS GATES
      pod1   1/1     Running   0          33s   172.16.158.3   k8s-w1   <none>           <none>
      pod2   1/1     Running   0          33s   172.16.158.2   k8s-w1   <none>           <none>
      """

  시나리오: 노드에 있는 인터페이스
    만일 k8s-m에서 다음을 실행하면:
      """
      kubectl delete pod earlier
      calicoctl get workloadendpoints
      """
    그러면 다음이 출력된다:
      """
      pod "earlier" deleted
      WORKLOAD   NODE     NETWORKS          INTERFACE
      pod1       k8s-w1   172.16.158.3/32   calice0906292e2
      pod2       k8s-w1   172.16.158.2/32   calibd2348b4f67
      """

  시나리오: 파드 안에서 다른 파드로 보내는 핑
    만일 k8s-m에서 다음을 실행하면:
      """
      kubectl exec pod1 -it -- zsh
      ping -c 3 172.16.158.2
      exit
      """
    그러면 다음과 같은 줄이 출력된다:
      """
      PING 172.16.158.2 (172.16.158.2) 56(84) bytes of data.
      64 bytes from 172.16.158.2: icmp_seq=1 ttl=63 time=… ms
      64 bytes from 172.16.158.2: icmp_seq=2 ttl=63 time=… ms
      64 bytes from 172.16.158.2: icmp_seq=3 ttl=63 time=… ms
      
      --- 172.16.158.2 ping statistics ---
      3 packets transmitted, 3 received, 0% packet loss, time …ms
      rtt min/avg/max/mdev = … ms
      """
    그리고 요청이 calice0906292e2에서 보인다
    그리고 요청이 calibd2348b4f67에서 보인다
    그리고 핑은 k8s-w1의 ens5에서 전혀 보이지 않는다

  시나리오: 파드의 유일한 이웃은 모든 cali 인터페이스와 같은 MAC을 가진다
    만일 k8s-m에서 다음을 실행하면:
      """
      kubectl exec pod1 -it -- zsh
      ping -c 1 172.16.158.2 > /dev/null
      sleep 60
      ip -s neigh
      """
    그러면 다음과 같은 줄이 출력된다:
      """
      169.254.1.1 dev eth0 lladdr ee:ee:ee:ee:ee:ee  used …/…/…probes … STALE
      """

  시나리오: 색을 넣어서
    만일 pod1에서 다음을 실행하면:
      """
      ping -c 1 172.16.158.2 > /dev/null
      ip -c -s neigh | grep -c ee:ee:ee:ee:ee:ee
      """
    그러면 다음이 출력된다:
      """
      1
      """

  시나리오: pod2의 cali 인터페이스에서 뜬 캡처
    만일 k8s-w1에서 다음을 실행하면:
      """
      tcpdump -i calibd2348b4f67 -nn -l > /tmp/pod2.txt 2> /dev/null &
      sleep 1
      kubectl exec pod1 -- ping -c 1 172.16.158.2 > /dev/null
      sleep 10
      kill %1; wait
      cat /tmp/pod2.txt
      """
    그러면 다음과 같은 줄이 출력된다:
      """
      … ARP, Request who-has 172.16.158.2 tell 192.168.10.101, length 28
      … ARP, Reply 172.16.158.2 is-at …, length 28
      … IP 172.16.158.3 > 172.16.158.2: ICMP echo request, id …, seq 1, length 64
      … ARP, Request who-has 169.254.1.1 tell 172.16.158.2, length 28
      … ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee, length 28
      … IP 172.16.158.2 > 172.16.158.3: ICMP echo reply, id …, seq 1, length 64
      …
      """

  시나리오: 모든 cali 인터페이스의 MAC은 같다
    만일 k8s-w1에서 다음을 실행하면:
      """
      ip link show | grep -A 1 cali | grep -c "link/ether ee:ee:ee:ee:ee:ee brd ff:ff:ff:ff:ff:ff"
      """
    그러면 다음이 출력된다:
      """
      3
      """
