/**
 * The sentences of ping.steps.ts in Korean.
 */
import '../ping.steps';
import { WhenKorean } from '../support/catalogue';

WhenKorean('{pod}이/가/은/는 {pod}으로/로 핑을 보내면/보낸다', {
  id: 'ping.pod',
  says: '파드에서 파드로 에코 요청을 한 번 보낸다. 노드를 적으면 파드가 그 노드에 있는지도 확인한다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 k8s-w1의 pod1이 k8s-w2의 pod2로 핑을 보내면
      그러면 핑이 성공한다`,
});

WhenKorean('{pod}이/가/은/는 {ip}으로/로 핑을 보내면/보낸다', {
  id: 'ping.address',
  says: '파드에서 아무 주소로나 에코 요청을 한 번 보낸다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 8.8.8.8로 핑을 보내면
      그러면 핑이 성공한다`,
});

WhenKorean('{pod}이/가/은/는 노드 {node}으로/로 핑을 보내면/보낸다', {
  id: 'ping.node',
  says: '파드에서 노드 자신의 주소로 에코 요청을 한 번 보낸다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 노드 k8s-w1로 핑을 보내면
      그러면 핑이 성공한다`,
});

WhenKorean('{pod}이/가/은/는 {pod}으로/로 다음과 같이 핑을 보내면:/보낸다:', {
  id: 'ping.pod.with',
  says: '옵션을 주어 핑을 보낸다: count, size, ttl, df(do, want, dont), id, source, interval ms, timeout ms.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 다음과 같이 핑을 보내면:
        | count | 3   |
        | size  | 100 |
      그러면 요청 3개 중 3개에 응답이 온다`,
});

WhenKorean('{pod}이/가/은/는 {ip}으로/로 다음과 같이 핑을 보내면:/보낸다:', {
  id: 'ping.address.with',
  says: '아무 주소로나, "다음과 같이 핑을 보내면"의 옵션을 주어 핑을 보낸다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 8.8.8.8로 다음과 같이 핑을 보내면:
        | count | 2 |
      그러면 요청 2개 중 2개에 응답이 온다`,
});

WhenKorean('노드 {node}이/가/은/는 {pod}으로/로 핑을 보내면/보낸다', {
  id: 'node.pings.pod',
  says: '노드에서 파드로 에코 요청을 한 번 보낸다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 노드 k8s-w1이 pod1로 핑을 보내면
      그러면 핑이 성공한다`,
});

WhenKorean('노드 {node}이/가/은/는 {ip}으로/로 핑을 보내면/보낸다', {
  id: 'node.pings.address',
  says: '노드에서 아무 주소로나 에코 요청을 한 번 보낸다.',
  example: `만일 노드 k8s-w1이 8.8.8.8로 핑을 보내면
      그러면 핑이 성공한다`,
});

WhenKorean('호스트 {host}이/가/은/는 {pod}으로/로 핑을 보내면/보낸다', {
  id: 'outside.pings.pod',
  says: '클러스터 밖의 호스트에서 파드로 에코 요청을 한 번 보낸다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      그리고 pod1에서 8.8.8.8로 보내는 핑이 성공한다
      만일 호스트 internet이 pod1로 핑을 보내면
      그러면 핑은 "ping: connect: Network is unreachable"을 출력한다`,
});
