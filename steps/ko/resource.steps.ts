/**
 * The sentences of resource.steps.ts in Korean.
 */
import '../resource.steps';
import { WhenKorean } from '../support/catalogue';

WhenKorean('풀 {pool}의 {field}을/를/은/는 {value}으로/로 설정하면/설정한다', {
  id: 'pool.set',
  says: 'calicoctl patch처럼 IPPool의 필드 하나를 바꾼다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      그리고 pod1에서 8.8.8.8로 보내는 핑이 성공한다
      만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
      그리고 pod1이 8.8.8.8로 핑을 보내면
      그러면 핑이 실패한다`,
  order: [1, 0, 2],
});

WhenKorean('{kind} {resource}의 {field}을/를/은/는 {value}으로/로 설정하면/설정한다', {
  id: 'resource.set',
  says: 'calicoctl patch처럼 어떤 리소스든 그 spec의 필드 하나를 바꾼다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 IPPool default-ipv4-ippool의 natOutgoing을 true로 설정하면
      그리고 pod1이 8.8.8.8로 핑을 보내면
      그러면 핑이 성공한다`,
  order: [2, 0, 1, 3],
});

WhenKorean('파드 {pod}을/를 삭제하면/삭제한다', {
  id: 'pod.deleted',
  says: 'kubectl delete pod처럼 파드를 삭제한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 파드 pod2를 삭제하면
      그러면 k8s-w1의 경로에는 다음이 있다:
        | type      | destination     | proto |
        | unicast   | 172.16.158.1    |       |
        | blackhole | 172.16.158.0/24 | bird  |`,
});

WhenKorean('{kind} {resource}을/를 삭제하면/삭제한다', {
  id: 'resource.deleted',
  says: 'kubectl delete처럼 어떤 종류의 리소스든 삭제한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 Pod pod2를 삭제하면
      그리고 pod1이 8.8.8.8로 핑을 보내면
      그러면 핑이 성공한다`,
});

WhenKorean('{duration}이/가 지나면/지난다', {
  id: 'time.passes',
  says: '클러스터의 시간이 흐르게 한다. 타이머는 돌고, 시나리오는 아무것도 보내지 않는다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      그리고 pod1이 pod2로 핑을 보낸다
      만일 6초가 지나면
      그러면 pod1의 이웃에는 다음이 있다:
        | address     | state     |
        | 169.254.1.1 | REACHABLE |`,
});
