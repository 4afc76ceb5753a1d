/**
 * What CNI puts into a pod: its address, its way out, its MTU (cni-plugin/pkg/dataplane/linux/dataplane_linux.go).
 */
import { cidrOf } from '../../addr/cidr';
import { onNodes, onPods, withLinks, withRoutes } from '../change-state';
import type { Mutant } from '../mutant';

const DEFAULT_MTU = 1500;

export const podsAskForEveryone: Mutant = {
  name: 'pods-ask-for-everyone',
  unit: 'link',
  weight: 1,
  misconception: {
    en: 'A pod has no gateway; it asks by ARP for whomever it sends to.',
    ko: '파드에는 게이트웨이가 없고, 보낼 상대를 직접 ARP로 찾는다.',
  },
  hint: {
    en: 'For which address does a pod ask by ARP before it sends to another pod?',
    ko: '파드는 다른 파드로 보내기 전에 어떤 주소를 ARP로 묻는가?',
  },
  hostState: onPods((state) => {
    const routes = state.routes.filter(({ destination }) => destination.length === 0);
    const direct = routes.map((route) => ({ ...route, via: undefined, scope: 'link' as const }));
    return { ...state, routes: direct };
  }),
};

export const podsShareASubnet: Mutant = {
  name: 'pods-share-a-subnet',
  unit: 'address',
  weight: 1,
  misconception: {
    en: 'The pods of a node share a subnet: a pod has its address with the mask of the block.',
    ko: '한 노드의 파드들은 서브넷을 공유한다. 파드 주소의 마스크는 블록의 마스크이다.',
  },
  hint: {
    en: "What is the prefix length of a pod's address, and whom can it reach without a gateway?",
    ko: '파드 주소의 프리픽스 길이는 얼마이고, 게이트웨이 없이 닿을 수 있는 상대는 누구인가?',
  },
  hostState: onPods((state, { endpoint, model }) => {
    const block = model.blocks.find(
      ({ cidr }) => cidrOf(endpoint.address, cidr.length).address === cidr.address,
    );
    if (block === undefined) return state;
    const { length } = block.cidr;
    const addresses = state.addresses.map((own) => ({
      ...own,
      address: { ...own.address, length },
    }));
    return { ...state, addresses };
  }),
};

export const podMtuNotReduced: Mutant = {
  name: 'pod-mtu-not-reduced',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: "The tunnel's header costs nothing: pods keep an MTU of 1500.",
    ko: '터널 헤더에는 비용이 없다. 파드의 MTU는 그대로 1500이다.',
  },
  hint: {
    en: 'How long may a packet of a pod be, so that it fits the link together with the outer header?',
    ko: '바깥 헤더까지 링크에 들어가려면 파드의 패킷은 얼마나 길어도 되는가?',
  },
  hostState: onNodes((state) =>
    withLinks(state, (link) =>
      link.kind === 'veth'
        ? { ...link, mtu: DEFAULT_MTU, peer: { ...link.peer, mtu: DEFAULT_MTU } }
        : link,
    ),
  ),
};

export const noWayOut: Mutant = {
  name: 'no-default-route-in-pods',
  unit: 'link',
  weight: 1,
  misconception: {
    en: 'A pod knows its own network only; for everything else a Service is needed.',
    ko: '파드는 자기 네트워크만 안다. 그 밖으로 나가려면 서비스가 필요하다.',
  },
  hint: {
    en: 'Which routes does a pod have?',
    ko: '파드에는 어떤 라우트가 있는가?',
  },
  hostState: onPods((state) =>
    withRoutes(state, (route) => (route.destination.length === 0 ? undefined : route)),
  ),
};
