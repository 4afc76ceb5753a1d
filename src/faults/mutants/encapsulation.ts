/**
 * Whether packets to other nodes' pods go through the tunnel (ipipMode, vxlanMode of the pool).
 */
import type { CalicoNode } from '../../calico/model';
import type { HostState } from '../../host/host-state';
import { isIpip, withStack } from '../change-kernel';
import { onNodes, withRoutes, withSetMembers } from '../change-state';
import type { Mutant } from '../mutant';

/** Whose outer packets Felix's rules accept. */
const TUNNEL_PEERS = /all-(hosts|vxlan)-net$/;

const TUNNEL = /^(tunl0|vxlan\.calico)$/;

export const neverEncapsulated: Mutant = {
  name: 'never-encapsulated',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'The network carries packets with addresses of pods as they are.',
    ko: '네트워크는 파드 주소가 적힌 패킷을 그대로 나른다.',
  },
  hint: {
    en: 'What does a frame between two nodes look like: is there a second header?',
    ko: '두 노드 사이의 프레임은 어떻게 생겼는가? 헤더가 하나 더 있는가?',
  },
  hostState: onNodes((state, { model, name }) => {
    const node = model.nodes.find((other) => other.name === name);
    return node === undefined ? state : withoutTunnels(state, node);
  }),
};

function withoutTunnels(state: HostState, { nic }: CalicoNode): HostState {
  return withRoutes(state, (route) =>
    route.via !== undefined && TUNNEL.test(route.device ?? '')
      ? { ...route, device: nic.name, onlink: true }
      : route,
  );
}

export const alwaysEncapsulated: Mutant = {
  name: 'always-encapsulated',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'Where there is a tunnel, all packets between nodes go through it, also within a subnet.',
    ko: '터널이 있으면 같은 서브넷이라도 노드 사이의 모든 패킷이 터널로 간다.',
  },
  hint: {
    en: 'With CrossSubnet: which packets need the tunnel, and which do not?',
    ko: 'CrossSubnet에서 터널이 필요한 패킷과 그렇지 않은 패킷은 무엇인가?',
  },
  hostState: onNodes((state) => {
    const tunnel = state.links.find(({ kind }) => kind === 'ipip');
    if (tunnel === undefined) return state;
    return withRoutes(state, (route) =>
      route.via !== undefined && !TUNNEL.test(route.device ?? '')
        ? { ...route, device: tunnel.name, onlink: true }
        : route,
    );
  }),
};

export const notDecapsulated: Mutant = {
  name: 'not-decapsulated',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: "The outer header is taken off in the pod, not by the pod's node.",
    ko: '바깥 헤더는 노드가 아니라 파드 안에서 벗겨진다.',
  },
  hint: {
    en: 'What arrives in the pod: one IP header or two?',
    ko: '파드에 도착하는 것은 IP 헤더가 하나인가, 둘인가?',
  },
  linux: withStack((right) => ({
    receiveFrame: (device, frame, type, trace) => {
      if (frame.payload.kind === 'ipv4' && isIpip(frame.payload)) {
        trace.drop('IP_NOPROTO', 'nobody here takes off outer headers');
      } else {
        right.receiveFrame(device, frame, type, trace);
      }
    },
  })),
};

export const tunnelIsAHop: Mutant = {
  name: 'tunnel-is-a-hop',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'A tunnel is a router of its own: it takes one from the TTL.',
    ko: '터널도 하나의 라우터이므로 TTL을 하나 줄인다.',
  },
  hint: {
    en: 'By how much does the TTL of the inner packet fall between the two pods?',
    ko: '두 파드 사이에서 안쪽 패킷의 TTL은 얼마나 줄어드는가?',
  },
  linux: withStack((right) => ({
    newSkb: (packet, trace, mark) =>
      right.newSkb({ ...packet, ttl: Math.max(packet.ttl - 1, 1) }, trace, mark),
  })),
};

export const ipipNotAllowed: Mutant = {
  name: 'other-nodes-not-known',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'A node takes tunnelled packets from itself only.',
    ko: '노드는 자기 자신이 보낸 터널 패킷만 받는다.',
  },
  hint: {
    en: 'From whom does a node accept tunnelled packets, and where does that stand?',
    ko: '노드는 누구로부터 온 터널 패킷을 받아들이며, 그것은 어디에 적혀 있는가?',
  },
  hostState: onNodes((state) => withSetMembers(state, TUNNEL_PEERS, () => [])),
};
