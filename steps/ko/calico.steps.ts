/**
 * The sentences of calico.steps.ts in Korean.
 */
import '../calico.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('워크로드 엔드포인트는 다음과 같다:', {
  id: 'workloads',
  says: '모든 워크로드 엔드포인트를 calicoctl이 출력하는 대로 확인한다. 열: workload, node, networks, interface, profiles.',
  example: `만일 매니페스트 "two-pods-one-node"를 적용하면
      그러면 워크로드 엔드포인트는 다음과 같다:
        | workload | node   | networks        | interface       |
        | pod1     | k8s-w1 | 172.16.158.1/32 | calice0906292e2 |
        | pod2     | k8s-w1 | 172.16.158.2/32 | calibd2348b4f67 |`,
});

ThenKorean('워크로드 엔드포인트가 없다', {
  id: 'workloads.none',
  says: '클러스터에 파드가 없음을 확인한다. 대조: 이 시나리오에서 파드의 주소가 확인된다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      그리고 pod1의 주소는 172.16.158.1이다
      만일 파드 pod1을 삭제하면
      그러면 워크로드 엔드포인트가 없다`,
});

ThenKorean('{pod}의 주소는 {ip}이다', {
  id: 'pod.address',
  says: 'IPAM이 파드에 준 주소를 확인한다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1의 pod1의 주소는 172.16.158.1이다`,
});

ThenKorean('풀은 다음과 같다:', {
  id: 'pools',
  says: '모든 풀을 calicoctl이 출력하는 대로 확인한다. 열: name, cidr, block size, nat, ipipmode, vxlanmode.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 풀은 다음과 같다:
        | name                | cidr          | nat  | ipipmode | vxlanmode |
        | default-ipv4-ippool | 172.16.0.0/16 | true | Always   | Never     |`,
});

ThenKorean('블록은 다음과 같다:', {
  id: 'blocks.are',
  says: '모든 주소 블록과 그 블록을 가진 노드를 확인한다. 열: block, node, in use.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 블록은 다음과 같다:
        | block           | node   |
        | 172.16.116.0/24 | k8s-m  |
        | 172.16.158.0/24 | k8s-w1 |
        | 172.16.184.0/24 | k8s-w2 |
        | 172.16.34.0/24  | k8s-w0 |`,
});

ThenKorean('블록에는 다음이 있다:', {
  id: 'blocks.include',
  says: '주소 블록 가운데 일부를 확인한다. 다른 블록이 더 있어도 된다.',
  example: `만일 매니페스트 "two-pods-one-node"를 적용하면
      그러면 블록에는 다음이 있다:
        | block           | node   | in use |
        | 172.16.158.0/24 | k8s-w1 | 3      |`,
});

ThenKorean('{pod}와/과 {pod}의 주소는 서로 다르다', {
  id: 'pods.different',
  says: '두 파드가 같은 주소를 쓰지 않음을 확인한다.',
  example: `만일 매니페스트 "two-pods-one-node"를 적용하면
      그러면 pod1과 pod2의 주소는 서로 다르다`,
});
