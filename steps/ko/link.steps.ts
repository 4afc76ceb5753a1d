/**
 * The sentences of link.steps.ts in Korean.
 */
import '../link.steps';
import { ThenKorean, WhenKorean } from '../support/catalogue';

ThenKorean('{node}의 모든 cali 인터페이스는 MAC이 {mac}이다', {
  id: 'cali.mac',
  says: '노드의 모든 워크로드 인터페이스의 MAC 주소를 확인한다. 적어도 둘은 있어야 한다.',
  example: `만일 매니페스트 "two-pods-one-node"를 적용하면
      그러면 k8s-w1의 모든 cali 인터페이스는 MAC이 ee:ee:ee:ee:ee:ee이다`,
});

ThenKorean('{interface}은/는/이/가 다음과 같다:', {
  id: 'link',
  says: '인터페이스의 속성을 확인한다: kind, mac, mtu, state, addresses.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1의 tunl0은 다음과 같다:
        | kind      | ipip            |
        | mtu       | 1480            |
        | addresses | 172.16.158.0/32 |`,
});

WhenKorean('{host}의 sysctl {sysctl}을/를/은/는 {value}으로/로 설정하면/설정한다', {
  id: 'sysctl.set',
  says: 'sysctl -w처럼 커널 설정을 쓴다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      그리고 pod1에서 pod2로 보내는 핑이 성공한다
      만일 k8s-w1의 sysctl net.ipv4.ip_forward를 0으로 설정하면
      그리고 pod1이 pod2로 핑을 보내면
      그러면 핑이 실패한다`,
  order: [1, 0, 2],
});

ThenKorean('{host}의 sysctl {sysctl}은/는/이/가 {value}이다', {
  id: 'sysctl.is',
  says: '커널 설정의 값을 확인한다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1의 sysctl net.ipv4.conf.calice0906292e2.proxy_arp는 1이다`,
  order: [1, 0, 2],
});
