/**
 * The sentences of path.steps.ts in Korean.
 */
import '../path.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{leg}이/가/은/는 다음을 지난다:', {
  id: 'path',
  says: '첫 패킷이 지난 인터페이스를 차례대로 확인한다. 열: host, interface, direction, ttl, inner ttl, source, destination, DF, frame.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 요청이 다음을 지난다:
        | host   | interface       | direction | ttl |
        | pod1   | eth0            | out       | 64  |
        | k8s-w1 | calice0906292e2 | in        | 64  |
        | k8s-w1 | calibd2348b4f67 | out       | 63  |
        | pod2   | eth0            | in        | 63  |`,
});

ThenKorean('{leg}이/가/은/는 {interface}에서 보인다', {
  id: 'seen',
  says: '마지막 교환의 패킷이 인터페이스를 지났음을 확인한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 요청이 pod2의 cali 인터페이스에서 보인다`,
});

ThenKorean('핑은/패킷은/연결은 {interface}에서 전혀 보이지 않는다', {
  id: 'unseen',
  says: '마지막 교환의 어떤 패킷도 인터페이스를 지나지 않았음을 확인한다. 대조: 같은 호스트의 다른 인터페이스에서 보였거나, 같은 인터페이스에서 앞선 교환의 패킷이 보였다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 핑은 k8s-w1의 ens5에서 전혀 보이지 않는다`,
});

ThenKorean('{host}에는 {leg}의 출발지가 {ip}으로/로 보인다', {
  id: 'source.seen',
  says: '패킷이 호스트에 닿을 때의 출발지 주소를 확인한다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 8.8.8.8로 핑을 보내면
      그러면 internet에는 요청의 출발지가 192.168.10.101로 보인다`,
});

ThenKorean('traceroute의 홉은 다음과 같다:', {
  id: 'traceroute.hops',
  says: 'TTL마다 누가 대답했는지 확인한다. 아무도 대답하지 않았으면 *이다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 pod1에서 pod2까지 경로를 추적하면
      그러면 traceroute의 홉은 다음과 같다:
        | ttl | from           |
        | 1   | 192.168.10.101 |
        | 2   | 172.16.184.0   |
        | 3   | 172.16.184.1   |`,
});
