/**
 * The sentences of neighbour.steps.ts in Korean.
 */
import '../neighbour.steps';
import { ThenKorean } from '../support/catalogue';

ThenKorean('{host}의 이웃은 다음과 같다:', {
  id: 'neighbours.are',
  says: '이웃 테이블 전체를 ip neigh가 출력하는 대로 확인한다. 열: address, interface, mac, state.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 pod1의 이웃은 다음과 같다:
        | address     | interface | mac               | state     |
        | 169.254.1.1 | eth0      | ee:ee:ee:ee:ee:ee | REACHABLE |`,
});

ThenKorean('{host}의 이웃에는 다음이 있다:', {
  id: 'neighbours.include',
  says: '이웃 테이블의 행을 확인한다. 다른 행이 더 있어도 된다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 pod2의 이웃에는 다음이 있다:
        | address        | mac               | state |
        | 192.168.10.101 | ee:ee:ee:ee:ee:ee | STALE |`,
});

ThenKorean('{host}에는 이웃이 없다', {
  id: 'neighbours.none',
  says: '이웃 테이블이 비어 있음을 확인한다. 대조: 시나리오의 앞이나 뒤에서 같은 호스트에 이웃이 있다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      그리고 pod1에는 이웃이 없다
      만일 pod1이 pod2로 핑을 보내면
      그러면 pod1의 이웃에는 다음이 있다:
        | address     |
        | 169.254.1.1 |`,
});
