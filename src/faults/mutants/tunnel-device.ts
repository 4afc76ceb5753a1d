/**
 * The tunnel devices as Felix sets them up (felix/dataplane/linux/ipip_mgr.go, vxlan_mgr.go).
 */
import { onNodes, withLinks } from '../change-state';
import type { Mutant } from '../mutant';

const DEFAULT_MTU = 1500;
const OTHER_VNI = 1;

export const tunnelMtuNotReduced: Mutant = {
  name: 'tunnel-mtu-not-reduced',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'A tunnel device takes packets as long as the network card does.',
    ko: '터널 장치도 네트워크 카드만큼 긴 패킷을 받는다.',
  },
  hint: {
    en: 'What is the MTU of the tunnel device, and why?',
    ko: '터널 장치의 MTU는 얼마이며, 왜 그런가?',
  },
  hostState: onNodes((state) =>
    withLinks(state, (link) => (link.kind === 'veth' ? link : { ...link, mtu: DEFAULT_MTU })),
  ),
};

export const anotherVni: Mutant = {
  name: 'another-vni',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'The VXLAN network identifier is 1, as in everybody’s first example.',
    ko: 'VXLAN 네트워크 식별자는 흔한 예제처럼 1이다.',
  },
  hint: {
    en: 'Which VNI do the frames between nodes carry?',
    ko: '노드 사이의 프레임에 적힌 VNI는 얼마인가?',
  },
  hostState: onNodes((state) =>
    withLinks(state, (link) => (link.kind === 'vxlan' ? { ...link, vni: OTHER_VNI } : link)),
  ),
};

export const noForwardingDatabase: Mutant = {
  name: 'no-forwarding-database',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'VXLAN finds the other nodes by multicast.',
    ko: 'VXLAN은 멀티캐스트로 다른 노드를 찾는다.',
  },
  hint: {
    en: 'From what does vxlan.calico know to which node a frame must go?',
    ko: 'vxlan.calico는 프레임을 어느 노드로 보내야 하는지 무엇을 보고 아는가?',
  },
  hostState: onNodes((state) => ({ ...state, fdb: [] })),
};

export const noTunnelNeighbours: Mutant = {
  name: 'no-tunnel-neighbours',
  unit: 'encapsulation',
  weight: 1,
  misconception: {
    en: 'Through a VXLAN tunnel nodes ask each other by ARP.',
    ko: 'VXLAN 터널 안에서 노드는 서로 ARP로 묻는다.',
  },
  hint: {
    en: 'Is ARP ever seen on vxlan.calico? Who filled in the neighbour table?',
    ko: 'vxlan.calico에서 ARP가 보이는가? 이웃 테이블은 누가 채웠는가?',
  },
  hostState: onNodes((state) => ({ ...state, neighbours: [] })),
};
