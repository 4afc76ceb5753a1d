/**
 * The sentences of connection.steps.ts in Korean.
 */
import '../connection.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('접속이 성공한다', {
  id: 'connection.succeeds',
  says: '마지막 TCP 연결이 열렸거나 UDP 데이터그램이 돌아왔음을 확인한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2의 TCP 80 포트로 접속하면
      그러면 접속이 성공한다`,
});

ThenKorean('접속이 실패한다', {
  id: 'connection.fails',
  says: '마지막 연결이 열리지 않았음을 확인한다. 대조는 "핑이 실패한다"와 같다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      그리고 pod1에서 pod2로 보내는 핑이 성공한다
      만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
      그리고 pod1이 pod2의 TCP 80 포트로 접속하면
      그러면 접속이 실패한다`,
});

ThenKorean('서버에는 클라이언트가 {ip}으로/로 보인다', {
  id: 'connection.server',
  says: '마지막 연결의 서버가 본 주소를 확인한다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 8.8.8.8의 TCP 80 포트로 접속하면
      그러면 서버에는 클라이언트가 192.168.10.101로 보인다`,
});
