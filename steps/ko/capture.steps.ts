/**
 * The sentences of capture.steps.ts in Korean.
 */
import '../capture.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{interface}에 보이는 프레임은 다음과 같다:', {
  id: 'frames',
  says: '마지막 교환에서 인터페이스를 지난 모든 프레임을 차례대로 확인한다. 열: frame(tcpdump가 출력하는 대로), from과 to(MAC 주소나 그 주인), direction, ttl, DF.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 calibd2348b4f67에 보이는 프레임은 다음과 같다:
        | frame                                                    |
        | ARP, Request who-has 172.16.158.2 tell 192.168.10.101    |
        | ARP, Reply 172.16.158.2 is-at pod2                       |
        | IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1 |
        | ARP, Request who-has 169.254.1.1 tell 172.16.158.2       |
        | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee           |
        | IP 172.16.158.2 > 172.16.158.1: ICMP echo reply, seq 1   |`,
});

ThenKorean('{interface}에 보이는 ARP 프레임은 다음과 같다:', {
  id: 'frames.arp',
  says: '마지막 교환에서 인터페이스를 지난 ARP 프레임을 차례대로 확인한다. 다른 프레임은 보지 않는다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      만일 pod1이 8.8.8.8로 핑을 보내면
      그러면 pod1의 cali 인터페이스에 보이는 ARP 프레임은 다음과 같다:
        | from              | to        | frame                                              |
        | pod1              | broadcast | ARP, Request who-has 169.254.1.1 tell 172.16.158.1 |
        | ee:ee:ee:ee:ee:ee | pod1      | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee     |`,
});

ThenKorean('{interface}에는 ARP 프레임이 보이지 않는다', {
  id: 'frames.no-arp',
  says: '마지막 교환이 인터페이스에서 ARP를 쓰지 않았음을 확인한다. 대조: 그 인터페이스에서 다른 프레임이 보였다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      그리고 pod1이 pod2로 핑을 보낸다
      만일 pod1이 pod2로 핑을 보내면
      그러면 pod1의 cali 인터페이스에는 ARP 프레임이 보이지 않는다`,
});
