/**
 * The sentences of manifest.steps.ts in Korean.
 */
import '../manifest.steps';
import { GivenKorean, ThenKorean, WhenKorean } from '../support/catalogue';

GivenKorean('랩은 {string}이다', {
  id: 'lab',
  says: 'features/labs/NAME.yaml의 클러스터를 만든다. 이 문장이 없으면 시나리오는 "kans" 랩에서 실행된다.',
  example: `먼저 랩은 "kans"이다
      그리고 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 핑이 성공한다`,
});

GivenKorean('매니페스트 {string}이/가 적용되어 있다', {
  id: 'manifests.file',
  says: 'features/manifests/NAME.yaml을 kubectl apply처럼 적용한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 핑이 성공한다`,
});

GivenKorean('다음 매니페스트가 적용되어 있다:', {
  id: 'manifests.text',
  says: '아래에 적힌 문서를 kubectl apply처럼 적용한다.',
  example: `먼저 다음 매니페스트가 적용되어 있다:
        """
        { apiVersion: v1, kind: Pod, metadata: { name: pod1 },
          spec: { nodeName: k8s-w1, containers: [{ name: pod1, image: nicolaka/netshoot }] } }
        """
      만일 pod1이 8.8.8.8로 핑을 보내면
      그러면 핑이 성공한다`,
});

WhenKorean('매니페스트 {string}을/를 적용하면/적용한다', {
  id: 'manifests.file.applied',
  says: 'features/manifests/NAME.yaml을 적용한다. 적용하는 일 자체가 시나리오의 주제일 때 쓴다.',
  example: `만일 매니페스트 "two-pods-one-node"를 적용하면
      그러면 pod2의 주소는 172.16.158.2이다`,
});

WhenKorean('다음 매니페스트를 적용하면:/적용한다:', {
  id: 'manifests.text.applied',
  says: '아래에 적힌 문서를 적용한다. 적용하는 일 자체가 시나리오의 주제일 때 쓴다.',
  example: `만일 다음 매니페스트를 적용하면:
        """
        { apiVersion: v1, kind: Pod, metadata: { name: pod1 },
          spec: { nodeName: k8s-w1, containers: [{ name: pod1, image: nicolaka/netshoot }] } }
        """
      그러면 pod1의 주소는 172.16.158.1이다`,
});

WhenKorean('다음 매니페스트를 적용해 보면:/본다:', {
  id: 'manifests.tried',
  says: '아래에 적힌 문서를 적용해 보고, 클러스터가 거부하면 그 메시지를 기억한다.',
  example: `만일 다음 매니페스트를 적용해 보면:
        """
        { apiVersion: v1, kind: Pod, metadata: { name: pod1 },
          spec: { nodeName: k8s-w9, containers: [{ name: pod1, image: nicolaka/netshoot }] } }
        """
      그러면 클러스터는 "k8s-w9"라고 하며 매니페스트를 거부한다`,
});

ThenKorean('클러스터는 {string}이라고/라고 하며 매니페스트를 거부한다', {
  id: 'manifests.refused',
  says: '적용해 본 매니페스트가 거부되고 그 메시지에 이 낱말이 있음을 확인한다.',
  example: `만일 다음 매니페스트를 적용해 보면:
        """
        { apiVersion: v1, kind: Gadget, metadata: { name: one } }
        """
      그러면 클러스터는 "Gadget"이라고 하며 매니페스트를 거부한다`,
});

ThenKorean('클러스터는 매니페스트를 받아들인다', {
  id: 'manifests.accepted',
  says: '적용해 본 매니페스트가 모두 적용되었음을 확인한다.',
  example: `만일 다음 매니페스트를 적용해 보면:
        """
        { apiVersion: v1, kind: Namespace, metadata: { name: shop } }
        """
      그러면 클러스터는 매니페스트를 받아들인다`,
});
