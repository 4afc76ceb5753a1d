/**
 * What a node routes to its own pods and of its own block (CNI's /32 routes; BIRD's blackhole, confd's
 * bird_aggr.cfg.template).
 */
import { onNodes, withRoutes } from '../change-state';
import type { Mutant } from '../mutant';

export const noWorkloadRoute: Mutant = {
  name: 'no-workload-route',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'A node needs no route to a pod of its own: it is on the same machine.',
    ko: '같은 머신에 있으므로 노드는 자기 파드로 가는 라우트가 필요 없다.',
  },
  hint: {
    en: 'By which entry of its routing table does a node find a pod of its own?',
    ko: '노드는 라우팅 테이블의 어느 항목으로 자기 파드를 찾는가?',
  },
  hostState: onNodes((state) =>
    withRoutes(state, (route) =>
      route.device?.startsWith('cali') && route.destination.length === 32 ? undefined : route,
    ),
  ),
};

export const noBlackhole: Mutant = {
  name: 'no-blackhole',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Addresses of a block that no pod has lead nowhere by themselves.',
    ko: '블록 안에서 아무 파드도 쓰지 않는 주소는 저절로 아무 데로도 가지 않는다.',
  },
  hint: {
    en: "What happens to a packet for an address of the node's own block that nobody has?",
    ko: '노드 자신의 블록에 속하지만 아무도 갖지 않은 주소로 가는 패킷은 어떻게 되는가?',
  },
  hostState: onNodes((state) =>
    withRoutes(state, (route) => (route.type === 'blackhole' ? undefined : route)),
  ),
};

export const blackholeSpeaks: Mutant = {
  name: 'blackhole-speaks',
  unit: 'routing',
  weight: 1,
  misconception: {
    en: 'Whoever sends to an address that no pod has is told that it is unreachable.',
    ko: '파드가 없는 주소로 보내면 도달할 수 없다는 통보를 받는다.',
  },
  hint: {
    en: 'Does the sender hear anything of a packet that a blackhole swallowed?',
    ko: 'blackhole 라우트에 걸린 패킷에 대해 보낸 쪽은 무언가를 듣는가?',
  },
  hostState: onNodes((state) =>
    withRoutes(state, (route) =>
      route.type === 'blackhole' ? { ...route, type: 'unreachable' } : route,
    ),
  ),
};
