# language: ko
기능: 한 노드의 두 파드

  배경:
    먼저 매니페스트 "two-pods-one-nod"가 적용되어 있다

  시나리오: 서로 닿는다
    만일 pod1이 pod2로 핑을 보내면
    그러면 핑이 성공헌다
