/**
 * The sentences of connectivity.steps.ts in Korean.
 */
import '../connectivity.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('연결 상태는 다음과 같다:', {
  id: 'connectivity',
  says: '각 행에서 각 열로 핑을 보내고 칸이 말하는 대로인지 확인한다. .은 닿음, X는 닿지 않음, 커널의 버림 이유는 그 이유로 닿지 않음, -는 묻지 않음이다. 이름은 파드, 노드, 외부 호스트이고 열에는 주소도 쓸 수 있다. X의 대조는 그 행의 .과 그 열의 .(자기 자신에게 닿는 칸은 제외), 또는 이유이다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
      그러면 연결 상태는 다음과 같다:
        |        | pod1 | pod2 | 8.8.8.8 |
        | pod1   | -    | .    | X       |
        | pod2   | .    | -    | X       |
        | k8s-w1 | .    | .    | .       |`,
});

ThenKorean('{protocol} {port} 포트의 연결 상태는 다음과 같다:', {
  id: 'connectivity.port',
  says: '파드여야 하는 각 행에서 각 열로 접속하고, "연결 상태는 다음과 같다:"처럼 칸이 말하는 대로인지 확인한다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
      그러면 TCP 80 포트의 연결 상태는 다음과 같다:
        |      | pod1 | pod2 |
        | pod1 | -    | .    |
        | pod2 | .    | -    |`,
});
