# language: ko
기능: 노드들은 자기 블록이 어디 있는지 서로 알려 준다
  BGP는 블록마다 경로 하나를 알린다. 다른 노드에서는 그 경로가 터널로 향하고, 블록을 가진
  노드에서는 블랙홀이다. 그래서 쓰이지 않는 주소로 가는 패킷이 떠돌지 않는다.

  배경:
    먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다

  시나리오: 노드는 같은 서브넷과 라우터 너머에 있는 모든 노드의 블록을 안다
    만일 pod1이 pod2로 핑을 보내면
    그러면 k8s-w1의 경로에는 다음이 있다:
      | type      | destination     | via            | interface | proto | onlink |
      | unicast   |  172.16.34.0/24 | 192.168.20.100 | tunl0     | bird  | onlink |
      | unicast   | 172.16.116.0/24 |  192.168.10.10 | tunl0     | bird  | onlink |
      | unicast   | 172.16.184.0/24 | 192.168.10.102 | tunl0     | bird  | onlink |
      | blackhole | 172.16.158.0/24 |                |           | bird  |        |

  시나리오: 라우터 너머의 노드도 다른 노드들을 안다
    만일 pod1이 pod2로 핑을 보내면
    그러면 k8s-w0의 경로에는 다음이 있다:
      | type      | destination     | via            | interface | proto | onlink |
      | unicast   | 172.16.158.0/24 | 192.168.10.101 | tunl0     | bird  | onlink |
      | unicast   | 172.16.184.0/24 | 192.168.10.102 | tunl0     | bird  | onlink |
      | blackhole |  172.16.34.0/24 |                |           | bird  |        |

  시나리오: 블록으로 가는 경로를 잃은 노드는 전달하지 못한다
    먼저 pod1에서 pod2로 보내는 핑이 성공한다
    그리고 k8s-w1의 경로에는 다음이 있다:
      | destination     |
      | 172.16.184.0/24 |
    만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
    그리고 k8s-w1의 pod1이 k8s-w2의 pod2로 핑을 보내면
    그러면 k8s-w1에는 172.16.184.0/24로 가는 경로가 없다
    그리고 핑이 실패한다
    그리고 핑은 k8s-w1의 tunl0에서 전혀 보이지 않는다
    그리고 k8s-w1의 ens5에서 요청의 유일한 헤더는 다음과 같다:
      | source      | 172.16.158.1 |
      | destination | 172.16.184.1 |

  시나리오: 그 경로도 기본 경로도 없으면 노드가 그렇다고 알린다
    먼저 pod1에서 pod2로 보내는 핑이 성공한다
    만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
    그리고 k8s-w1에서 "ip route del default"를 실행하면
    그리고 pod1이 pod2로 핑을 보내면
    그러면 핑이 실패한다
    그리고 요청이 k8s-w1에서 IP_INNOROUTES로 버려진다
    그리고 192.168.10.101이 "Destination Net Unreachable"을 알린다

  시나리오: 돌아오는 길에도 경로가 있어야 한다
    먼저 pod1에서 pod2로 보내는 핑이 성공한다
    만일 k8s-w2에서 "ip route del 172.16.158.0/24"를 실행하면
    그리고 pod1이 pod2로 핑을 보내면
    그러면 핑이 실패한다
    그리고 pod2에는 요청의 출발지가 172.16.158.1로 보인다
