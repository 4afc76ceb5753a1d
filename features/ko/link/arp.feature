# language: ko
기능: 파드는 ARP로 나가는 길을 찾는다
  파드가 아는 게이트웨이는 169.254.1.1 하나이고, 이 주소를 가진 장비는 어디에도 없다. 파드 링크의
  노드 쪽 끝(cali 인터페이스)이 대신 대답한다. 이것이 프록시 ARP다. 모든 cali 인터페이스의 MAC
  주소는 같다.

  배경:
    먼저 매니페스트 "two-pods-one-node"가 적용되어 있다

  시나리오: 핑을 보내는 파드는 게이트웨이를 묻고 cali 인터페이스가 대답한다
    만일 pod1이 pod2로 핑을 보내면
    그러면 핑이 성공한다
    그리고 pod1의 cali 인터페이스에 보이는 프레임은 다음과 같다:
      | from              | to                | frame                                                    |
      | pod1              | broadcast         | ARP, Request who-has 169.254.1.1 tell 172.16.158.1       |
      | ee:ee:ee:ee:ee:ee | pod1              | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee           |
      | pod1              | ee:ee:ee:ee:ee:ee | IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1 |
      | ee:ee:ee:ee:ee:ee | pod1              | IP 172.16.158.2 > 172.16.158.1: ICMP echo reply, seq 1   |

  시나리오: 노드는 핑을 받을 파드를 묻고 그 파드 자신의 MAC 주소를 받는다
    만일 pod1이 pod2로 핑을 보내면
    그러면 pod2의 cali 인터페이스에 보이는 프레임은 다음과 같다:
      | from              | to                | frame                                                    |
      | ee:ee:ee:ee:ee:ee | broadcast         | ARP, Request who-has 172.16.158.2 tell 192.168.10.101    |
      | pod2              | ee:ee:ee:ee:ee:ee | ARP, Reply 172.16.158.2 is-at pod2                       |
      | ee:ee:ee:ee:ee:ee | pod2              | IP 172.16.158.1 > 172.16.158.2: ICMP echo request, seq 1 |
      | pod2              | broadcast         | ARP, Request who-has 169.254.1.1 tell 172.16.158.2       |
      | ee:ee:ee:ee:ee:ee | pod2              | ARP, Reply 169.254.1.1 is-at ee:ee:ee:ee:ee:ee           |
      | pod2              | ee:ee:ee:ee:ee:ee | IP 172.16.158.2 > 172.16.158.1: ICMP echo reply, seq 1   |

  시나리오: 두 번째 핑에는 ARP가 필요 없다
    먼저 pod1이 pod2로 핑을 보낸다
    만일 pod1이 pod2로 핑을 보내면
    그러면 핑이 성공한다
    그리고 pod1의 cali 인터페이스에는 ARP 프레임이 보이지 않는다
    그리고 pod2의 cali 인터페이스에는 ARP 프레임이 보이지 않는다

  시나리오: 한 노드의 모든 cali 인터페이스는 MAC 주소가 같다
    만일 pod1이 pod2로 핑을 보내면
    그러면 k8s-w1의 모든 cali 인터페이스는 MAC이 ee:ee:ee:ee:ee:ee이다
