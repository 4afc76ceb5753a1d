/**
 * The sentences of route.steps.ts in Korean.
 */
import '../route.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{host}의 경로는 다음과 같다:', {
  id: 'routes.are',
  says: 'main 테이블 전체를 ip route의 차례대로 확인한다. 열: type, destination, via, interface, proto, scope, source, onlink.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 pod1의 경로는 다음과 같다:
        | destination | via         | interface | scope |
        | default     | 169.254.1.1 | eth0      |       |
        | 169.254.1.1 |             | eth0      | link  |`,
});

ThenKorean('{host}의 경로에는 다음이 있다:', {
  id: 'routes.include',
  says: 'main 테이블의 행을 확인한다. 다른 행이 더 있어도 된다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1의 경로에는 다음이 있다:
        | type      | destination     | via            | interface | proto | onlink |
        | unicast   | 172.16.184.0/24 | 192.168.10.102 | tunl0     | bird  | onlink |
        | blackhole | 172.16.158.0/24 |                |           | bird  |        |`,
});

ThenKorean('{host}에는 {cidr}으로/로 가는 경로가 없다', {
  id: 'routes.none',
  says: 'main 테이블에 바로 이 프리픽스의 행이 없음을 확인한다. 대조: 시나리오의 다른 곳에서 그 호스트나 다른 호스트에 그 경로가 보인다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      그리고 k8s-w1의 경로에는 다음이 있다:
        | destination     |
        | 172.16.184.0/24 |
      만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
      그러면 k8s-w1에는 172.16.184.0/24로 가는 경로가 없다`,
});
