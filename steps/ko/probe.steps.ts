/**
 * The sentences of probe.steps.ts in Korean.
 */
import '../probe.steps';
import { WhenKorean } from '../support/catalogue';

WhenKorean('{pod}이/가/은/는 {pod}의 {protocol} {port} 포트로 접속하면/접속한다', {
  id: 'connect.pod',
  says: '이 접속을 위해 상대 파드에 띄운 서버로 TCP 연결을 열거나 UDP 데이터그램을 하나 보낸다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2의 TCP 80 포트로 접속하면
      그러면 접속이 성공한다`,
});

WhenKorean('{pod}이/가/은/는 {ip}의 {protocol} {port} 포트로 접속하면/접속한다', {
  id: 'connect.address',
  says: '아무 주소에 있는 서버로나 TCP 연결을 열거나 UDP 데이터그램을 하나 보낸다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 8.8.8.8의 UDP 7 포트로 접속하면
      그러면 접속이 성공한다`,
});

WhenKorean('{pod}에서 {pod}까지 경로를 추적하면/추적한다', {
  id: 'traceroute.pod',
  says: '파드에서 파드로 traceroute를 실행한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1에서 pod2까지 경로를 추적하면
      그러면 traceroute의 홉은 다음과 같다:
        | ttl | from           |
        | 1   | 192.168.10.101 |
        | 2   | 172.16.158.2   |`,
});

WhenKorean('{pod}에서 {ip}까지 경로를 추적하면/추적한다', {
  id: 'traceroute.address',
  says: '파드에서 아무 주소로나 traceroute를 실행한다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1에서 8.8.8.8까지 경로를 추적하면
      그러면 traceroute의 홉은 다음과 같다:
        | ttl | from           |
        | 1   | 192.168.10.101 |
        | 2   | 192.168.10.254 |
        | 3   | 8.8.8.8        |`,
});

WhenKorean('{pod}이/가/은/는 누가 {ip}을/를 가졌는지 물으면/묻는다', {
  id: 'arping',
  says: '직접 만든 ARP 요청을 파드의 eth0로 한 번 내보낸다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 누가 169.254.1.1을 가졌는지 물으면
      그러면 ee:ee:ee:ee:ee:ee가 대답한다`,
});

WhenKorean('{pod}이/가/은/는 출발지를 {ip}으로/로 하여 {pod}에 에코 요청을 보내면/보낸다', {
  id: 'spoof',
  says: '직접 만든 에코 요청을 한 번 보낸다. 출발지 주소를 속일 수 있다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 출발지를 10.1.2.3으로 하여 pod2에 에코 요청을 보내면
      그러면 요청이 k8s-w1에서 NETFILTER_DROP으로 버려진다`,
  order: [0, 2, 1],
});
