/**
 * The sentences of command.steps.ts in Korean.
 */
import '../command.steps';
import { ThenKorean, WhenKorean } from '../support/catalogue';

WhenKorean('{host}에서 {string}을/를 실행하면/실행한다', {
  id: 'command.run',
  says: '무언가를 바꾸는 명령을 실행한다. 명령이 실패하면 아무것도 시험하지 못한 것이므로 시나리오의 판정은 "확인되지 않음"이다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      그리고 pod1에서 pod2로 보내는 핑이 성공한다
      만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
      그리고 pod1이 pod2로 핑을 보내면
      그러면 핑이 실패한다`,
  order: [1, 0],
});

ThenKorean('{host}에서 {string}의 출력은 다음과 같다:', {
  id: 'command.shows',
  says: '명령의 출력 전체를 한 줄씩 확인한다. 줄 끝의 공백은 보지 않는다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 pod1에서 "ip route"의 출력은 다음과 같다:
        """
        default via 169.254.1.1 dev eth0
        169.254.1.1 dev eth0 scope link
        """`,
  order: [1, 0],
});

ThenKorean('{host}에서 {string}의 출력에 {string} 줄이 있다', {
  id: 'command.shows-line',
  says: '명령의 출력에서 한 줄을 확인한다. 앞뒤 공백은 보지 않는다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1에서 "ip route"의 출력에 "blackhole 172.16.158.0/24 proto bird" 줄이 있다`,
  order: [1, 0, 2],
});

ThenKorean('{host}에서 {string}의 출력에 {string} 줄이 없다', {
  id: 'command.no-line',
  says: '명령이 그 줄을 출력하지 않음을 확인한다. 대조: 시나리오의 앞이나 뒤에서 그 줄이 보인다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      그리고 k8s-w1에서 "ip route"의 출력에 "172.16.158.1 dev calice0906292e2 scope link" 줄이 있다
      만일 파드 pod1을 삭제하면
      그러면 k8s-w1에서 "ip route"의 출력에 "172.16.158.1 dev calice0906292e2 scope link" 줄이 없다`,
  order: [1, 0, 2],
});

ThenKorean('{host}에서 {string}은/는/이/가 {string} 오류로 실패한다', {
  id: 'command.fails',
  says: '명령이 실패하고 오류 출력에 이 줄이 있음을 확인한다.',
  example: `만일 매니페스트 "one-pod"를 적용하면
      그러면 k8s-w1에서 "ping -c 1 172.16.158.77"은 "ping: connect: Invalid argument" 오류로 실패한다`,
  order: [1, 0, 2],
});
