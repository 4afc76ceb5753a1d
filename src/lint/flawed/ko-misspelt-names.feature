# language: ko
기능: 이름

  배경:
    먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다

  시나리오 개요: <노드>의 인터페이스
    만일 k8s-w1의 pod1이 pod22로 핑을 보내면
    그러면 요청이 <노드>의 ens5에서 보인다
    그리고 요청이 k8s-w1의 tun0에서 보인다

    예:
      | 노드   |
      | k8s-w1 |
      | k8s-w3 |
