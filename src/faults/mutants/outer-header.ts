/**
 * What a tunnel writes into the outer header (Linux: `ip_tunnel_xmit`, net/ipv4/ip_tunnel.c).
 */
import { withOuterHeader } from '../change-kernel';
import type { Mutant } from '../mutant';

export const outerSourceIsTunnel: Mutant = {
  name: 'outer-source-is-the-tunnel',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: "The outer source is the tunnel device's address.",
    ko: '바깥 헤더의 출발지는 터널 장치의 주소이다.',
  },
  hint: {
    en: 'Between which two addresses does the outer packet travel?',
    ko: '바깥 패킷은 어떤 두 주소 사이를 오가는가?',
  },
  linux: withOuterHeader((outer, netns) => {
    const source = netns.firstAddress('tunl0') ?? netns.firstAddress('vxlan.calico');
    return source === undefined ? outer : { ...outer, source };
  }),
};

export const outerSourceIsPod: Mutant = {
  name: 'outer-source-is-the-pod',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: "The outer header repeats the pod's address as its source.",
    ko: '바깥 헤더의 출발지에도 파드의 주소가 적힌다.',
  },
  hint: {
    en: 'Who is the sender of the outer packet?',
    ko: '바깥 패킷을 보낸 것은 누구인가?',
  },
  linux: withOuterHeader((outer, _netns, inner) => ({ ...outer, source: inner.packet.source })),
};

const FRESH_TTL = 64;

export const outerTtlFresh: Mutant = {
  name: 'outer-ttl-fresh',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'The outer packet of IPIP begins with a TTL of its own.',
    ko: 'IPIP의 바깥 패킷은 자기만의 TTL로 시작한다.',
  },
  hint: {
    en: 'Compare the TTL of the outer header with that of the inner one.',
    ko: '바깥 헤더의 TTL을 안쪽 헤더의 TTL과 비교해 본다.',
  },
  linux: withOuterHeader((outer) => ({ ...outer, ttl: FRESH_TTL })),
};

export const outerMayBeCut: Mutant = {
  name: 'outer-may-be-cut',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'The outer header says nothing about fragmentation.',
    ko: '바깥 헤더는 단편화에 대해 아무것도 말하지 않는다.',
  },
  hint: {
    en: "Is the inner packet's DF to be found in the outer header?",
    ko: '안쪽 패킷의 DF는 바깥 헤더에서도 보이는가?',
  },
  linux: withOuterHeader((outer) => ({ ...outer, dontFragment: false })),
};
