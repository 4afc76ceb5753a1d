# language: ko
기능: natOutgoing이 없으면 파드는 외부와 통신할 수 없다
  패킷은 여전히 외부에 닿지만 파드 자신의 주소를 달고 가고, 그 주소로 돌아오는 길은 밖에서
  아무도 모른다.

  배경:
    먼저 매니페스트 "one-pod"가 적용되어 있다
    그리고 pod1에서 8.8.8.8로 보내는 핑이 성공한다

  시나리오: 응답이 돌아올 길이 없어서 핑이 사라진다
    만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
    그리고 pod1이 8.8.8.8로 핑을 보내면
    그러면 핑이 실패한다
    그리고 internet에는 요청의 출발지가 172.16.158.1로 보인다
    그리고 internet은 "no route to 172.16.158.1" 때문에 응답할 수 없다

  시나리오: 규칙은 사라지고 체인과 집합은 남는다
    먼저 k8s-w1의 nat 테이블 cali-nat-outgoing 체인에 규칙 cali:flqWnvo8yq4ULQLa가 있다
    그리고 k8s-w1의 ipset cali40masq-ipam-pools의 멤버는 다음과 같다:
      | member        |
      | 172.16.0.0/16 |
    만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
    그러면 k8s-w1의 nat 테이블 cali-nat-outgoing 체인에 규칙 cali:flqWnvo8yq4ULQLa가 없다
    그리고 k8s-w1의 ipset cali40masq-ipam-pools는 비어 있다
    그리고 k8s-w1의 ipset cali40all-ipam-pools의 멤버는 다음과 같다:
      | member        |
      | 172.16.0.0/16 |

  시나리오: 다시 켜면 다시 통한다
    만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
    그리고 pod1이 8.8.8.8로 핑을 보내면
    그러면 핑이 실패한다
    만일 풀 default-ipv4-ippool의 natOutgoing을 true로 설정하면
    그리고 pod1이 8.8.8.8로 핑을 보내면
    그러면 핑이 성공한다
    그리고 internet에는 요청의 출발지가 192.168.10.101로 보인다
    그리고 k8s-w1의 nat 테이블 cali-nat-outgoing 체인에 규칙 cali:flqWnvo8yq4ULQLa가 있다

  시나리오: 진행 중인 핑은 처음의 결정을 유지한다
    먼저 pod1이 8.8.8.8로 다음과 같이 핑을 보낸다:
      | id | 77 |
    만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
    그리고 pod1이 8.8.8.8로 다음과 같이 핑을 보내면:
      | id | 77 |
    그러면 핑이 성공한다
    그리고 internet에는 요청의 출발지가 192.168.10.101로 보인다
    만일 pod1이 8.8.8.8로 다음과 같이 핑을 보내면:
      | id | 78 |
    그러면 핑이 실패한다
    그리고 internet에는 요청의 출발지가 172.16.158.1로 보인다

  시나리오: 노드 자신의 핑은 이 설정과 상관없다
    만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
    그리고 노드 k8s-w1이 8.8.8.8로 핑을 보내면
    그러면 핑이 성공한다

  시나리오: 파드끼리는 여전히 통한다
    먼저 매니페스트 "pod-in-the-other-subnet"이 적용되어 있다
    만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
    그리고 pod1이 pod3으로 핑을 보내면
    그러면 핑이 성공한다
