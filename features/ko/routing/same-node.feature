# language: ko
기능: 한 노드의 두 파드는 그 노드 안에서 만난다
  패킷은 한 파드를 나와 노드의 라우팅과 iptables를 거쳐 다른 파드로 들어간다. 노드의 네트워크
  카드는 건드리지 않는다.

  배경:
    먼저 매니페스트 "two-pods-one-node"가 적용되어 있다

  시나리오: 요청은 인터페이스 네 개를 지나고 TTL이 하나 줄어든다
    만일 k8s-w1의 pod1이 k8s-w1의 pod2로 핑을 보내면
    그러면 핑이 성공한다
    그리고 요청이 다음을 지난다:
      | host   | interface       | direction | ttl |
      | pod1   | eth0            | out       |  64 |
      | k8s-w1 | calice0906292e2 | in        |  64 |
      | k8s-w1 | calibd2348b4f67 | out       |  63 |
      | pod2   | eth0            | in        |  63 |

  시나리오: 응답은 같은 길로 돌아온다
    만일 pod1이 pod2로 핑을 보내면
    그러면 응답이 다음을 지난다:
      | host   | interface       | direction | ttl |
      | pod2   | eth0            | out       |  64 |
      | k8s-w1 | calibd2348b4f67 | in        |  64 |
      | k8s-w1 | calice0906292e2 | out       |  63 |
      | pod1   | eth0            | in        |  63 |
    그리고 응답은 TTL 63으로 도착한다

  시나리오: 노드의 네트워크 카드는 아무것도 보지 못한다
    만일 pod1이 pod2로 핑을 보내면
    그러면 핑은 k8s-w1의 ens5에서 전혀 보이지 않는다
    그리고 핑은 k8s-w1의 tunl0에서 전혀 보이지 않는다
    그리고 요청이 pod2의 cali 인터페이스에서 보인다

  시나리오: 외부로 가는 핑은 카드에 보인다
    만일 pod1이 8.8.8.8로 핑을 보내면
    그러면 요청이 k8s-w1의 ens5에서 보인다

  시나리오: 누구의 주소도 바뀌지 않는다
    만일 pod1이 pod2로 핑을 보내면
    그러면 pod2에는 요청의 출발지가 172.16.158.1로 보인다
    그리고 pod1에는 응답의 출발지가 172.16.158.2로 보인다

  시나리오: TCP와 UDP도 통한다
    만일 pod1이 pod2의 TCP 80 포트로 접속하면
    그러면 접속이 성공한다
    그리고 서버에는 클라이언트가 172.16.158.1로 보인다
    만일 pod1이 pod2의 UDP 7 포트로 접속하면
    그러면 접속이 성공한다

  시나리오: 파드마다 경로가 두 개 있고 둘 다 노드로 간다
    만일 pod1이 pod2로 핑을 보내면
    그러면 pod1의 경로는 다음과 같다:
      | destination | via         | interface | scope |
      | default     | 169.254.1.1 | eth0      |       |
      | 169.254.1.1 |             | eth0      | link  |

  시나리오: 노드에는 자기 파드마다 경로가 하나씩 있다
    만일 pod1이 pod2로 핑을 보내면
    그러면 k8s-w1의 경로에는 다음이 있다:
      | type    | destination  | interface       | scope |
      | unicast | 172.16.158.1 | calice0906292e2 | link  |
      | unicast | 172.16.158.2 | calibd2348b4f67 | link  |

  시나리오: pod2로 가는 경로가 없으면 블록의 블랙홀이 패킷을 삼킨다
    먼저 pod1에서 pod2로 보내는 핑이 성공한다
    만일 k8s-w1에서 "ip route del 172.16.158.2"를 실행하면
    그리고 pod1이 pod2로 핑을 보내면
    그러면 핑이 실패한다
    그리고 요청이 k8s-w1에서 버려진다
    그리고 핑은 pod2의 cali 인터페이스에서 전혀 보이지 않는다
