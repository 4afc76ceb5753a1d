/**
 * The sentences of arp.steps.ts in Korean.
 */
import '../arp.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{mac}이/가 대답한다', {
  id: 'arp.answered',
  says: '마지막 ARP 요청에 대답한 MAC 주소를 확인한다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 누가 8.8.8.8을 가졌는지 물으면
      그러면 ee:ee:ee:ee:ee:ee가 대답한다`,
});

ThenKorean('아무도 대답하지 않는다', {
  id: 'arp.unanswered',
  says: '마지막 ARP 요청에 대답이 없었음을 확인한다. 대조: 같은 시나리오에서 같은 파드가 보낸 다른 요청에는 대답이 있다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 누가 169.254.1.1을 가졌는지 물으면
      그러면 ee:ee:ee:ee:ee:ee가 대답한다
      만일 pod1이 누가 172.16.158.77을 가졌는지 물으면
      그러면 아무도 대답하지 않는다`,
});
