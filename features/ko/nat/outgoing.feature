# language: ko
기능: 파드는 노드의 주소로 외부와 통신한다
  외부는 파드를 모른다. natOutgoing이 켜져 있으면 노드는 나가는 패킷에서 파드의 주소를 자기
  주소로 바꾸고, 그것을 기억했다가 들어오는 패킷에서 파드의 주소로 되돌린다.

  배경:
    먼저 매니페스트 "one-pod"가 적용되어 있다

  시나리오: 외부에는 노드가 보인다
    만일 pod1이 8.8.8.8로 핑을 보내면
    그러면 핑이 성공한다
    그리고 internet에는 요청의 출발지가 192.168.10.101로 보인다
    그리고 pod1에는 응답의 출발지가 8.8.8.8로 보인다

  시나리오: 출발지 주소는 cali 인터페이스와 네트워크 카드 사이에서 바뀐다
    만일 pod1이 8.8.8.8로 핑을 보내면
    그러면 pod1의 cali 인터페이스에서 요청의 유일한 헤더는 다음과 같다:
      | source      | 172.16.158.1 |
      | destination |      8.8.8.8 |
      | ttl         |           64 |
    그리고 k8s-w1의 ens5에서 요청의 유일한 헤더는 다음과 같다:
      | source      | 192.168.10.101 |
      | destination |        8.8.8.8 |
      | ttl         |             63 |

  시나리오: 응답은 파드의 주소를 돌려받는다
    만일 pod1이 8.8.8.8로 핑을 보내면
    그러면 k8s-w1의 ens5에서 응답의 유일한 헤더는 다음과 같다:
      | source      |        8.8.8.8 |
      | destination | 192.168.10.101 |
      | ttl         |             63 |
    그리고 pod1의 cali 인터페이스에서 응답의 유일한 헤더는 다음과 같다:
      | source      |      8.8.8.8 |
      | destination | 172.16.158.1 |
      | ttl         |           62 |

  시나리오: 규칙과 그 규칙이 보는 집합들
    만일 pod1이 8.8.8.8로 핑을 보내면
    그러면 k8s-w1의 nat 테이블 cali-nat-outgoing 체인은 다음과 같다:
      """
      -A cali-nat-outgoing -m comment --comment "cali:flqWnvo8yq4ULQLa" -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst -j MASQUERADE --random-fully
      """
    그리고 k8s-w1의 ipset cali40masq-ipam-pools의 멤버는 다음과 같다:
      | member        |
      | 172.16.0.0/16 |
    그리고 k8s-w1의 ipset cali40all-ipam-pools의 멤버는 다음과 같다:
      | member        |
      | 172.16.0.0/16 |

  시나리오: 노드는 변환을 30초 동안 기억한다
    만일 pod1이 8.8.8.8로 핑을 보내면
    그러면 k8s-w1의 연결에는 다음이 있다:
      | protocol | source       | destination | reply source | reply destination |
      | icmp     | 172.16.158.1 |     8.8.8.8 |      8.8.8.8 |    192.168.10.101 |
    만일 40초가 지나면
    그러면 k8s-w1에는 출발지가 172.16.158.1인 연결이 없다

  시나리오: TCP와 UDP도 변환된다
    만일 pod1이 8.8.8.8의 TCP 80 포트로 접속하면
    그러면 접속이 성공한다
    그리고 서버에는 클라이언트가 192.168.10.101로 보인다
    만일 pod1이 8.8.8.8의 UDP 7 포트로 접속하면
    그러면 접속이 성공한다
    그리고 서버에는 클라이언트가 192.168.10.101로 보인다

  시나리오: NAT에게는 다른 노드도 외부다
    만일 pod1이 노드 k8s-w2로 핑을 보내면
    그러면 핑이 성공한다
    그리고 k8s-w2에는 요청의 출발지가 192.168.10.101로 보인다

  시나리오: 파드가 있는 노드는 외부가 아니다
    만일 pod1이 노드 k8s-w1로 핑을 보내면
    그러면 핑이 성공한다
    그리고 k8s-w1에는 요청의 출발지가 172.16.158.1로 보인다
    그리고 응답은 TTL 64로 도착한다

  시나리오: 파드도 외부가 아니다
    먼저 매니페스트 "pod-in-the-other-subnet"이 적용되어 있다
    만일 pod1이 pod3으로 핑을 보내면
    그러면 pod3에는 요청의 출발지가 172.16.158.1로 보인다

  시나리오: 외부는 스스로 파드에 닿을 수 없다
    먼저 pod1에서 8.8.8.8로 보내는 핑이 성공한다
    만일 호스트 internet이 pod1로 핑을 보내면
    그러면 핑은 "ping: connect: Network is unreachable"을 출력한다
