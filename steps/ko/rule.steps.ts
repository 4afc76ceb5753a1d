/**
 * The sentences of rule.steps.ts in Korean.
 */
import '../rule.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{host}의 {table} 테이블 {chain} 체인에 규칙 {rule}이/가 있다', {
  id: 'rule.in',
  says: 'Felix가 준 이름(cali:와 규칙 본문의 해시)으로 규칙을 확인한다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1의 nat 테이블 cali-nat-outgoing 체인에 규칙 cali:flqWnvo8yq4ULQLa가 있다`,
  order: [3, 2, 1, 0],
});

ThenKorean('{host}의 {table} 테이블 {chain} 체인에 규칙 {rule}이/가 없다', {
  id: 'rule.not-in',
  says: '체인에 그런 규칙이 없음을 확인한다. 대조: 시나리오의 앞이나 뒤에서 같은 체인에 같은 규칙이 보인다.',
  example: `먼저 k8s-w1의 nat 테이블 cali-nat-outgoing 체인에 규칙 cali:flqWnvo8yq4ULQLa가 있다
      만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
      그러면 k8s-w1의 nat 테이블 cali-nat-outgoing 체인에 규칙 cali:flqWnvo8yq4ULQLa가 없다`,
  order: [3, 2, 1, 0],
});

ThenKorean('{host}의 {table} 테이블 {chain} 체인은 다음과 같다:', {
  id: 'chain.is',
  says: '체인의 모든 규칙을 iptables -S가 출력하는 대로 확인한다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1의 nat 테이블 cali-nat-outgoing 체인은 다음과 같다:
        """
        -A cali-nat-outgoing -m comment --comment "cali:flqWnvo8yq4ULQLa" -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst -j MASQUERADE --random-fully
        """`,
  order: [2, 1, 0],
});

ThenKorean('{host}의 ipset {ipset}의 멤버는 다음과 같다:', {
  id: 'ipset.members',
  says: 'ipset의 모든 멤버를 차례와 상관없이 확인한다. 표의 열은 member 하나이다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1의 ipset cali40masq-ipam-pools의 멤버는 다음과 같다:
        | member        |
        | 172.16.0.0/16 |`,
  order: [1, 0],
});

ThenKorean('{host}의 ipset {ipset}은/는/이/가 비어 있다', {
  id: 'ipset.empty',
  says: 'ipset에 멤버가 없음을 확인한다. 대조: 시나리오의 앞이나 뒤에서 같은 집합의 멤버가 보인다.',
  example: `먼저 k8s-w1의 ipset cali40masq-ipam-pools의 멤버는 다음과 같다:
        | member        |
        | 172.16.0.0/16 |
      만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
      그러면 k8s-w1의 ipset cali40masq-ipam-pools는 비어 있다`,
  order: [1, 0],
});
