/**
 * What a node routes to the pods of other nodes, as BGP told it (BIRD's configuration by confd).
 */
import { type Cidr, cidrContains, cidrOf } from '../../addr/cidr';
import type { HostState } from '../../host/host-state';
import type { Route } from '../../host/route';
import { onNodes, withRoutes } from '../change-state';
import type { Mutant } from '../mutant';

/** Of BIRD, or of Felix where it programs VXLAN's. */
function isRemote({ type, via }: Route): boolean {
  return type === 'unicast' && via !== undefined;
}

export const noRemoteRoutes: Mutant = {
  name: 'no-remote-routes',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Nodes find the pods of other nodes by their default route.',
    ko: '노드는 기본 라우트로 다른 노드의 파드를 찾는다.',
  },
  hint: {
    en: 'Which route does a node use for a pod on another node, and who put it there?',
    ko: '노드는 다른 노드의 파드로 갈 때 어떤 라우트를 쓰며, 누가 그것을 넣었는가?',
  },
  hostState: onNodes((state) =>
    withRoutes(state, (route) => (isRemote(route) ? undefined : route)),
  ),
};

export const wrongNextHop: Mutant = {
  name: 'wrong-next-hop',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Any node will do as the next hop; the nodes pass packets on among themselves.',
    ko: '다음 홉은 아무 노드여도 된다. 노드끼리 알아서 전달한다.',
  },
  hint: {
    en: 'Whose address is the next hop of a route to a block?',
    ko: '블록으로 가는 라우트의 다음 홉은 누구의 주소인가?',
  },
  hostState: onNodes((state) => rotateNextHops(state)),
};

/** Each remote route gets the next hop of the one after it. */
function rotateNextHops(state: HostState): HostState {
  const hops = state.routes.filter(isRemote).map(({ via }) => via);
  const others = [...hops.slice(1), ...hops.slice(0, 1)];
  let at = 0;
  return withRoutes(state, (route) => {
    if (!isRemote(route)) return route;
    const via = others[at];
    at += 1;
    return { ...route, via, onlink: true };
  });
}

export const routePerPod: Mutant = {
  name: 'route-per-pod',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Every pod is announced to the other nodes by its own address.',
    ko: '파드마다 자기 주소가 다른 노드에 따로 광고된다.',
  },
  hint: {
    en: 'How many routes does a node get for ten pods of another node?',
    ko: '다른 노드에 파드가 열 개 있으면 노드는 라우트를 몇 개 받는가?',
  },
  hostState: onNodes((state, { model }) => ({
    ...state,
    routes: state.routes.flatMap((route) => {
      if (!isRemote(route) || route.destination.length === 32) return route;
      const pods = model.endpoints.filter(({ address }) =>
        cidrContains(route.destination, address),
      );
      return pods.map(({ address }) => ({ ...route, destination: cidrOf(address, 32) }));
    }),
  })),
};

const SMALLER_BLOCK = 26;

export const defaultBlockSize: Mutant = {
  name: 'always-the-default-block-size',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Blocks are /26, whatever the pool says.',
    ko: '풀 설정과 관계없이 블록은 언제나 /26이다.',
  },
  hint: {
    en: "What does the pool's blockSize say, and how long is the prefix of a route to a block?",
    ko: '풀의 blockSize는 얼마이고, 블록으로 가는 라우트의 프리픽스는 얼마나 긴가?',
  },
  hostState: onNodes((state) =>
    withRoutes(state, (route) => ({ ...route, destination: atMost(route.destination) })),
  ),
};

function atMost({ address, length }: Cidr): Cidr {
  return { address, length: length >= 8 ? Math.max(length, SMALLER_BLOCK) : length };
}

export const noTunnelAddress: Mutant = {
  name: 'no-tunnel-address',
  unit: 'address',
  weight: 1,
  misconception: {
    en: 'The tunnel device needs no address of its own.',
    ko: '터널 장치에는 자기 주소가 필요 없다.',
  },
  hint: {
    en: 'Which source address does a node take when it sends to a pod of another node?',
    ko: '노드가 다른 노드의 파드로 보낼 때 출발지 주소는 무엇인가?',
  },
  hostState: onNodes((state) => ({
    ...state,
    addresses: state.addresses.filter(({ device }) => !/^(tunl0|vxlan\.calico)$/.test(device)),
  })),
};
