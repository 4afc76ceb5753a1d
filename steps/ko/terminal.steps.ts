/**
 * The sentences of terminal.steps.ts in Korean.
 */
import '../terminal.steps';
import { GivenKorean, ThenKorean, WhenKorean } from '../support/catalogue';

GivenKorean('{host}의 파일 {string}에 매니페스트 {string}이/가 들어 있다', {
  id: 'terminal.manifests',
  says: 'manifests 폴더의 파일을 노드의 홈에, 누군가 입력할 이름으로 둔다.',
  example: `먼저 k8s-m의 파일 "node1-pod1.yaml"에 매니페스트 "one-pod"가 들어 있다
      만일 k8s-m에서 다음을 실행하면:
        """
        kubectl apply -f node1-pod1.yaml
        """
      그러면 다음이 출력된다:
        """
        pod/pod1 created
        """`,
  order: [1, 0, 2],
});

GivenKorean('{host}에 파일 {string}이/가 있다:', {
  id: 'terminal.file',
  says: '호스트의 홈에 파일을 둔다. 내용은 아래에 적는다.',
  example: `먼저 k8s-m에 파일 "targets"가 있다:
        """
        192.168.10.101
        192.168.10.102
        """
      만일 k8s-m에서 다음을 실행하면:
        """
        while read ip; do ping -c 1 -q $ip | grep -o "[0-9] received"; done < targets
        """
      그러면 다음이 출력된다:
        """
        1 received
        1 received
        """`,
  order: [1, 0],
});

WhenKorean('{host}에서 다음을 실행하면:/실행한다:', {
  id: 'terminal.run',
  says: '노드나 외부 호스트, 파드에서 앞의 명령이 끝날 때마다 다음 줄을 입력한다. 실패하는 명령은 그 실패를 확인해야 한다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      만일 pod1에서 다음을 실행하면:
        """
        ping -c 1 172.16.158.2 | tail -3
        """
      그러면 다음과 같은 줄이 출력된다:
        """
        1 packets transmitted, 1 received, 0% packet loss, time 0ms
        rtt min/avg/max/mdev = … ms
        """`,
});

ThenKorean('다음이 출력된다:', {
  id: 'terminal.prints',
  says: '마지막에 실행한 것이 출력한 전부를 한 줄씩 확인한다. 줄 끝의 공백은 보지 않는다.',
  example: `만일 k8s-w1에서 다음을 실행하면:
        """
        ip route | grep blackhole
        """
      그러면 다음이 출력된다:
        """
        blackhole 172.16.158.0/24 proto bird
        """`,
});

ThenKorean('다음과 같은 줄이 출력된다:', {
  id: 'terminal.prints-lines',
  says: '출력에서 이 줄들을 차례대로 확인한다. …는 아무 글자이고, …만 있는 줄은 아무 줄이다.',
  example: `만일 k8s-w1에서 다음을 실행하면:
        """
        ipset list cali40masq-ipam-pools
        """
      그러면 다음과 같은 줄이 출력된다:
        """
        Name: cali40masq-ipam-pools
        …
        Size in memory: …
        …
        Members:
        172.16.0.0/16
        """`,
});

ThenKorean('아무것도 출력되지 않는다', {
  id: 'terminal.prints-nothing',
  says: '마지막에 실행한 것이 아무것도 출력하지 않았고 실패하지도 않았음을 확인한다.',
  example: `만일 k8s-w1에서 다음을 실행하면:
        """
        ip route add 10.9.0.0/24 via 192.168.10.102
        """
      그러면 아무것도 출력되지 않는다
      그리고 k8s-w1에서 "ip route"의 출력에 "10.9.0.0/24 via 192.168.10.102 dev ens5" 줄이 있다`,
});

ThenKorean('표에 다음 행이 있다:', {
  id: 'terminal.row',
  says: '출력된 표의 행을 확인한다. 제목이 열을 정하고, 적지 않은 열은 보지 않는다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      만일 k8s-m에서 다음을 실행하면:
        """
        kubectl get pods -o wide
        """
      그러면 표에 다음 행이 있다:
        | NAME | STATUS  | NODE   |
        | pod1 | Running | k8s-w1 |`,
});

ThenKorean('다음 오류로 실패한다:', {
  id: 'terminal.fails',
  says: '마지막에 실행한 것이 실패함과 표준 오류에 쓴 전부를 확인한다. …는 달라지는 부분이다.',
  example: `만일 k8s-w1에서 다음을 실행하면:
        """
        ip route del 10.9.0.0/24
        """
      그러면 다음 오류로 실패한다:
        """
        RTNETLINK answers: No such process
        """`,
});
