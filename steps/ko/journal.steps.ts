/**
 * The sentences of journal.steps.ts in Korean.
 */
import '../journal.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{host}에서 바뀐 것은 다음과 같다:', {
  id: 'changes.are',
  says: '랩을 만든 뒤 적용한 것 말고 호스트에서 바뀐 모든 것을 차례대로 확인한다. 열: who(hand, felix, bird), what.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
      그리고 2초가 지나면
      그러면 k8s-w1에서 바뀐 것은 다음과 같다:
        | who  | what                                                                              |
        | hand | ip route del 172.16.184.0/24                                                      |
        | bird | put back the route 172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink |`,
});

ThenKorean('{host}에서 바뀐 것에는 다음이 있다:', {
  id: 'changes.include',
  says: '랩을 만든 뒤 손으로, 또는 Felix와 BIRD가 호스트에서 바꾼 것 가운데 일부를 확인한다. 더 있어도 된다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 k8s-w1에서 "iptables -t nat -F cali-nat-outgoing"을 실행하면
      그리고 90초가 지나면
      그러면 k8s-w1에서 바뀐 것에는 다음이 있다:
        | who   | what                                                                |
        | felix | wrote chain cali-nat-outgoing of table nat anew: 1 rule was missing |`,
});

ThenKorean('{host}에서 되돌려진 것이 없다', {
  id: 'changes.none',
  says: 'Felix도 BIRD도 호스트에서 아무것도 바꾸지 않았음을 확인한다. 대조: 시나리오의 앞이나 뒤에서, 어느 호스트에서든 Felix나 BIRD가 바꾼 것이 보인다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
      그러면 k8s-w1에서 되돌려진 것이 없다
      만일 2초가 지나면
      그러면 k8s-w1에서 바뀐 것에는 다음이 있다:
        | who  |
        | bird |`,
});
