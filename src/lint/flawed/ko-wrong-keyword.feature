# language: ko
기능: 두 번째 핑

  시나리오: ARP가 필요 없다
    먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
    만일 pod1이 pod2로 핑을 보내면
    그러면 핑이 성공한다
    그리고 pod1이 pod2로 핑을 보낸다
    그리고 핑이 성공한다
