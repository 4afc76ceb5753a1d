/**
 * The sentences of conntrack.steps.ts in Korean.
 */
import '../conntrack.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{host}의 연결에는 다음이 있다:', {
  id: 'connections.include',
  says: '연결 추적 테이블의 행을 확인한다. 열: protocol, source, destination, reply source, reply destination, flags, 그리고 포트 네 개.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 8.8.8.8로 핑을 보내면
      그러면 k8s-w1의 연결에는 다음이 있다:
        | protocol | source       | destination | reply source | reply destination |
        | icmp     | 172.16.158.1 | 8.8.8.8     | 8.8.8.8      | 192.168.10.101    |`,
});

ThenKorean('{host}에는 출발지가 {ip}인 연결이 없다', {
  id: 'connections.none',
  says: '연결 추적 테이블에 그 출발지의 행이 없음을 확인한다. 대조: 시나리오의 앞이나 뒤에서, 어느 호스트에서든 그런 행이 보인다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      그리고 pod1이 8.8.8.8로 핑을 보낸다
      그리고 k8s-w1의 연결에는 다음이 있다:
        | source       |
        | 172.16.158.1 |
      만일 40초가 지나면
      그러면 k8s-w1에는 출발지가 172.16.158.1인 연결이 없다`,
});
