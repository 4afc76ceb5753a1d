# language: ko
기능: 파드가 게이트웨이를 묻는다

  시나리오: cali 인터페이스가 대답한다
    먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
    만일 pod1이 pod2로 핑을 보내면
    그러면 k8s-w1의 이웃에는 다음이 있다:
      | address      | mac  |
      | 172.16.158.2 | 86:a6:56:94:fb:2e |
    그리고 핑은 k8s-w2의 ens5에서 전혀 보이지 않는다
