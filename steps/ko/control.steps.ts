/**
 * The sentences of control.steps.ts in Korean.
 */
import '../control.steps';
import { GivenKorean } from '../support/catalogue';

GivenKorean('{pod}에서 {pod}으로/로 보내는 핑이 성공한다', {
  id: 'control.ping.pod',
  says: '무언가를 바꾸기 전에 둘이 서로 닿을 수 있음을 보인다. "핑이 실패한다"의 대조이다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      그리고 pod1에서 pod2로 보내는 핑이 성공한다
      만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
      그리고 pod1이 pod2로 핑을 보내면
      그러면 핑이 실패한다`,
});

GivenKorean('{pod}에서 {ip}으로/로 보내는 핑이 성공한다', {
  id: 'control.ping.address',
  says: '무언가를 바꾸기 전에 파드가 주소에 닿을 수 있음을 보인다. "핑이 실패한다"의 대조이다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      그리고 pod1에서 8.8.8.8로 보내는 핑이 성공한다
      만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
      그리고 pod1이 8.8.8.8로 핑을 보내면
      그러면 핑이 실패한다`,
});

GivenKorean('{pod}에서 {pod}의 {protocol} {port} 포트로 가는 접속이 성공한다', {
  id: 'control.connect.pod',
  says: '무언가를 바꾸기 전에 파드가 다른 파드에 접속할 수 있음을 보인다. "접속이 실패한다"의 대조이다.',
  example: `먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다
      그리고 pod1에서 pod2의 TCP 80 포트로 가는 접속이 성공한다
      만일 k8s-w1에서 "ip route del 172.16.184.0/24"를 실행하면
      그리고 pod1이 pod2의 TCP 80 포트로 접속하면
      그러면 접속이 실패한다`,
});

GivenKorean('{pod}에서 {ip}의 {protocol} {port} 포트로 가는 접속이 성공한다', {
  id: 'control.connect.address',
  says: '무언가를 바꾸기 전에 파드가 주소에 접속할 수 있음을 보인다. "접속이 실패한다"의 대조이다.',
  example: `먼저 매니페스트 "one-pod"가 적용되어 있다
      그리고 pod1에서 8.8.8.8의 TCP 443 포트로 가는 접속이 성공한다
      만일 풀 default-ipv4-ippool의 natOutgoing을 false로 설정하면
      그리고 pod1이 8.8.8.8의 TCP 443 포트로 접속하면
      그러면 접속이 실패한다`,
});
