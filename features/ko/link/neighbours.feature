# language: ko
기능: 이웃 테이블은 물어본 상대를 기억한다
  첫 패킷 전에는 테이블이 비어 있다. 핑이 ARP 프레임마다 한 줄씩 테이블을 채우고, 시간이 지나면
  REACHABLE이 STALE로 바뀐다.

  배경:
    먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
    그리고 pod1에는 이웃이 없다
    그리고 pod2에는 이웃이 없다

  시나리오: 첫 핑이 끝난 뒤
    만일 pod1이 pod2로 핑을 보내면
    그러면 pod1의 이웃은 다음과 같다:
      | address     | interface | mac               | state     |
      | 169.254.1.1 | eth0      | ee:ee:ee:ee:ee:ee | REACHABLE |
    그리고 pod2의 이웃은 다음과 같다:
      | address        | interface | mac               | state     |
      |    169.254.1.1 | eth0      | ee:ee:ee:ee:ee:ee | REACHABLE |
      | 192.168.10.101 | eth0      | ee:ee:ee:ee:ee:ee | STALE     |

  시나리오: 노드는 먼저 말을 건 파드를 묻지 않고도 배운다
    만일 pod1이 pod2로 핑을 보내면
    그러면 k8s-w1의 이웃에는 다음이 있다:
      | address      | interface       | mac  | state     |
      | 172.16.158.1 | calice0906292e2 | pod1 | DELAY     |
      | 172.16.158.2 | calibd2348b4f67 | pod2 | REACHABLE |
    그리고 pod1의 이웃에는 다음이 있다:
      | address     |
      | 169.254.1.1 |
    그리고 pod2의 이웃에는 다음이 있다:
      | address     |
      | 169.254.1.1 |

  시나리오: 5초 뒤 노드가 다시 확인하고, 그래서 파드는 노드의 주소를 배운다
    먼저 pod1이 pod2로 핑을 보낸다
    만일 6초가 지나면
    그러면 pod1의 이웃에는 다음이 있다:
      | address        | mac               | state |
      | 192.168.10.101 | ee:ee:ee:ee:ee:ee | STALE |
    그리고 k8s-w1의 이웃에는 다음이 있다:
      | address      | interface       | mac  | state     |
      | 172.16.158.1 | calice0906292e2 | pod1 | REACHABLE |
    그리고 pod2의 이웃에는 다음이 있다:
      | address     |
      | 169.254.1.1 |

  시나리오: 한동안 아무것도 보내지 않으면 모두 STALE이 된다
    먼저 pod1이 pod2로 핑을 보낸다
    만일 110초가 지나면
    그러면 pod1의 이웃에는 다음이 있다:
      | address     | state |
      | 169.254.1.1 | STALE |
    그리고 pod2의 이웃은 다음과 같다:
      | address        | state |
      |    169.254.1.1 | STALE |
      | 192.168.10.101 | STALE |
