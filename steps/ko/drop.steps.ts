/**
 * The sentences of drop.steps.ts in Korean.
 */
import '../drop.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{leg}이/가/은/는 {host}에서 {drop reason}으로/로 버려진다', {
  id: 'dropped.reason',
  says: '패킷이 버려진 곳과, 커널이 그 이유를 부르는 이름을 확인한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 출발지를 10.1.2.3으로 하여 pod2에 에코 요청을 보내면
      그러면 요청이 k8s-w1에서 NETFILTER_DROP으로 버려진다`,
});

ThenKorean('{leg}이/가/은/는 {host}에서 {string} 때문에 버려진다', {
  id: 'dropped.because',
  says: '패킷이 버려진 곳을 확인하고, 이유를 설명하는 문장에 이 낱말이 있음을 확인한다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 172.16.158.77로 핑을 보내면
      그러면 요청이 k8s-w1에서 "blackhole" 때문에 버려진다`,
});

ThenKorean('{leg}이/가/은/는 {host}에서 버려진다', {
  id: 'dropped.host',
  says: '패킷이 버려진 곳을 확인한다. 이유는 보지 않는다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 172.16.184.77로 핑을 보내면
      그러면 요청이 k8s-w2에서 버려진다`,
});

ThenKorean('{host}은/는/이/가 {string} 때문에 응답할 수 없다', {
  id: 'no-reply',
  says: '요청이 호스트에 닿았으나 그 호스트가 응답할 길이 없었고, 이유를 설명하는 문장에 이 낱말이 있음을 확인한다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
      그리고 pod1이 8.8.8.8로 핑을 보내면
      그러면 핑이 실패한다
      그리고 internet은 "no route to 172.16.158.1" 때문에 응답할 수 없다`,
});
