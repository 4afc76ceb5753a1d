/**
 * The sentences of reply.steps.ts in Korean.
 */
import '../reply.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('핑이 성공한다', {
  id: 'ping.succeeds',
  says: '마지막 핑의 모든 요청에 응답이 왔음을 확인한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 핑이 성공한다`,
});

ThenKorean('핑이 실패한다', {
  id: 'ping.fails',
  says: '마지막 핑의 어떤 요청에도 응답이 오지 않았음을 확인한다. 대조: 같은 둘 사이에서 성공하는 핑, 또는 패킷이 버려진 곳.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 172.16.158.77로 핑을 보내면
      그러면 핑이 실패한다
      그리고 요청이 k8s-w1에서 버려진다`,
});

ThenKorean('요청 {int}개 중 {int}개에 응답이 온다', {
  id: 'ping.count',
  says: '요청을 몇 개 보냈고 그 가운데 몇 개에 응답이 왔는지 확인한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 다음과 같이 핑을 보내면:
        | count | 3 |
      그러면 요청 3개 중 3개에 응답이 온다`,
  order: [1, 0],
});

ThenKorean('응답은 TTL {int}으로/로 도착한다', {
  id: 'reply.ttl',
  says: '핑이 출력하는 TTL을 확인한다. 64에서 돌아오는 길의 라우터마다 하나씩 줄어든 값이다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 응답은 TTL 63으로 도착한다`,
});

ThenKorean('핑은 {string}을/를 출력한다', {
  id: 'ping.prints',
  says: '핑이 출력한 한 줄을 확인한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 핑은 "1 packets transmitted, 1 received, 0% packet loss, time 0ms"를 출력한다`,
});

ThenKorean('{ip}이/가/은/는 {string}을/를 알린다', {
  id: 'ping.error',
  says: '돌아온 ICMP 오류를 핑이 출력하는 말로 확인한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 다음과 같이 핑을 보내면:
        | ttl | 1 |
      그러면 192.168.10.101이 "Time to live exceeded"를 알린다`,
});
