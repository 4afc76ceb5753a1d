/**
 * The sentences of encapsulation.steps.ts in Korean.
 */
import '../encapsulation.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{interface}에서 {leg}의 {layer} 헤더는 다음과 같다:', {
  id: 'header',
  says: '인터페이스를 지난 IPv4 헤더의 필드를 확인한다: source, destination, protocol, ttl, DF, id, source port, destination port, VNI. "안쪽"은 IPIP나 VXLAN 안의 헤더이고, "유일한"은 터널이 없음을 요구한다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 k8s-w1의 ens5에서 요청의 바깥 헤더는 다음과 같다:
        | source      | 192.168.10.101 |
        | destination | 192.168.10.102 |
        | protocol    | IPIP (4)       |
        | ttl         | 63             |`,
  order: [0, 2, 1],
});

ThenKorean('{node}와/과 {node} 사이에서 {leg}이/가/은/는 {encapsulation}으로/로 캡슐화된다', {
  id: 'encapsulated',
  says: '패킷이 그런 터널에 담겨 첫 노드의 NIC를 나와 둘째 노드의 NIC에 닿았음을 확인한다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 k8s-w1과 k8s-w2 사이에서 패킷이 IPIP로 캡슐화된다`,
});

ThenKorean('{node}와/과 {node} 사이에서 {leg}이/가/은/는 캡슐화되지 않는다', {
  id: 'not-encapsulated',
  says: '패킷이 파드가 보낸 그대로 첫 노드의 NIC에서 둘째 노드의 NIC로 갔음을 확인한다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 풀 default-ipv4-ippool의 ipipMode를 Never로 설정하면
      그리고 pod1이 pod2로 핑을 보내면
      그러면 k8s-w1과 k8s-w2 사이에서 패킷이 캡슐화되지 않는다`,
});
