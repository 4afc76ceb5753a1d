/**
 * What a node does as a router (Linux: net/ipv4/ip_forward.c).
 */
import { withTtl } from '../../wire/ipv4';
import { withReceived } from '../change-kernel';
import { onNodes, withSysctl } from '../change-state';
import type { Mutant } from '../mutant';

export const noForwarding: Mutant = {
  name: 'no-forwarding',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Pods of a node talk over a bridge; the node is no router.',
    ko: '노드 안의 파드는 브리지로 통신하며, 노드는 라우터가 아니다.',
  },
  hint: {
    en: 'What must a node be allowed to do with packets that are not for itself?',
    ko: '자기에게 온 것이 아닌 패킷을 노드는 어떻게 할 수 있어야 하는가?',
  },
  hostState: onNodes((state) => withSysctl(state, 'net.ipv4.ip_forward', '0')),
};

export const ttlKept: Mutant = {
  name: 'ttl-kept',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'A node hands packets on as a switch does: the TTL stays.',
    ko: '노드는 스위치처럼 패킷을 넘기므로 TTL은 그대로이다.',
  },
  hint: {
    en: 'With which TTL does a packet arrive, and how many routers did it meet?',
    ko: '패킷은 TTL이 얼마인 채로 도착하며, 라우터를 몇 개 거쳤는가?',
  },
  linux: withReceived((packet, { netns }) =>
    netns.isLocalAddress(packet.destination) ? packet : withTtl(packet, packet.ttl + 1),
  ),
};

export const dontFragmentIgnored: Mutant = {
  name: 'df-ignored',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'What is too long for the next link is cut, whatever its header says.',
    ko: '다음 링크에 너무 긴 패킷은 헤더가 뭐라 하든 잘려서 나간다.',
  },
  hint: {
    en: 'What becomes of a long packet with DF?',
    ko: 'DF가 켜진 긴 패킷은 어떻게 되는가?',
  },
  linux: withReceived((packet, { netns }) =>
    netns.isLocalAddress(packet.destination) ? packet : { ...packet, dontFragment: false },
  ),
};
