# language: ko
기능: natOutgoing이 없으면 파드는 외부와 통신할 수 없다

  배경:
    먼저 매니페스트 "one-pod"가 적용되어 있다

  시나리오: 응답이 돌아올 길이 없어서 핑이 사라진다
    만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
    그리고 pod1이 8.8.8.8로 핑을 보내면
    그러면 핑이 실패한다
