/**
 * What a host tells of packets that it could not deliver (RFC 792, RFC 1812 section 4.3).
 */
import { ICMP_DEST_UNREACHABLE, ICMP_TIME_EXCEEDED } from '../../wire/icmp';
import { withoutErrors } from '../change-kernel';
import { onNodes, onPods, withSysctl } from '../change-state';
import type { Mutant } from '../mutant';

const CODE_FRAGMENTATION_NEEDED = 4;

export const noTimeExceeded: Mutant = {
  name: 'no-time-exceeded',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'A packet whose TTL has run out vanishes in silence.',
    ko: 'TTL이 다한 패킷은 조용히 사라진다.',
  },
  hint: {
    en: 'How does traceroute find out who the routers are?',
    ko: 'traceroute는 라우터를 어떻게 알아내는가?',
  },
  linux: withoutErrors((type) => type === ICMP_TIME_EXCEEDED),
};

export const noUnreachable: Mutant = {
  name: 'no-unreachable',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Nobody is told that a host or a port cannot be reached.',
    ko: '호스트나 포트에 닿을 수 없어도 아무도 알려 주지 않는다.',
  },
  hint: {
    en: 'What does a sender hear when nobody answers for the destination?',
    ko: '목적지를 아무도 대답하지 않을 때 보낸 쪽은 무엇을 듣는가?',
  },
  linux: withoutErrors(
    (type, code) => type === ICMP_DEST_UNREACHABLE && code !== CODE_FRAGMENTATION_NEEDED,
  ),
};

export const noFragmentationNeeded: Mutant = {
  name: 'no-fragmentation-needed',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'A sender cannot learn what the path takes; it has to try.',
    ko: '보낸 쪽은 경로의 MTU를 알 수 없고, 시도해 볼 뿐이다.',
  },
  hint: {
    en: 'Who tells a sender that its packet was too long, and how long it may be?',
    ko: '패킷이 너무 길었다는 것과 얼마나 길어도 되는지를 누가 알려 주는가?',
  },
  linux: withoutErrors(
    (type, code) => type === ICMP_DEST_UNREACHABLE && code === CODE_FRAGMENTATION_NEEDED,
  ),
};

export const podsDeafToPing: Mutant = {
  name: 'pods-deaf-to-ping',
  unit: 'link',
  weight: 1,
  misconception: {
    en: 'A pod answers a ping only if a program in it listens.',
    ko: '파드 안에 응답하는 프로그램이 있어야만 핑에 답한다.',
  },
  hint: {
    en: "What in a pod answers an echo request: a container, or the pod's kernel?",
    ko: '파드에서 에코 요청에 답하는 것은 컨테이너인가, 커널인가?',
  },
  hostState: onPods((state) => withSysctl(state, 'net.ipv4.icmp_echo_ignore_all', '1')),
};

export const nodesDeafToPing: Mutant = {
  name: 'nodes-deaf-to-ping',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Pods reach pods only; a node does not answer them.',
    ko: '파드는 파드에만 닿을 수 있고, 노드는 파드에 답하지 않는다.',
  },
  hint: {
    en: 'Can a pod reach the node that it runs on?',
    ko: '파드는 자기가 떠 있는 노드에 닿을 수 있는가?',
  },
  hostState: onNodes((state) => withSysctl(state, 'net.ipv4.icmp_echo_ignore_all', '1')),
};
