/**
 * Who answers when a pod asks for its gateway, and what for (Felix's sysctls of workload interfaces,
 * felix/dataplane/linux/endpoint_mgr.go; Linux: `arp_process`, net/ipv4/arp.c).
 */
import { mac } from '../../addr/mac';
import { onNodes, withLinks, withSysctl, workloadInterfaces } from '../change-state';
import type { Mutant } from '../mutant';

const OTHER_MAC = mac('02:ca:fe:00:00:01');

export const noProxyArp: Mutant = {
  name: 'no-proxy-arp',
  unit: 'link',
  weight: 1,
  misconception: {
    en: 'The gateway 169.254.1.1 exists somewhere and answers for itself.',
    ko: '게이트웨이 169.254.1.1이 어딘가에 실제로 있고 스스로 응답한다.',
  },
  hint: {
    en: 'Who answers the ARP request of a pod for its gateway, and with which sysctl?',
    ko: '파드가 게이트웨이를 찾는 ARP 요청에 누가, 어떤 sysctl 덕분에 응답하는가?',
  },
  hostState: onNodes((state) =>
    workloadInterfaces(state).reduce(
      (changed, name) => withSysctl(changed, `net.ipv4.conf.${name}.proxy_arp`, '0'),
      state,
    ),
  ),
};

export const proxyArpOnTheNic: Mutant = {
  name: 'proxy-arp-on-the-nic',
  unit: 'link',
  weight: 1,
  misconception: {
    en: 'Nodes answer ARP for their pods on the physical network, too.',
    ko: '노드는 물리 네트워크에서도 자기 파드를 대신해 ARP에 응답한다.',
  },
  hint: {
    en: 'Ask for a pod by ARP from another node: does anybody answer?',
    ko: '다른 노드에서 파드 주소를 ARP로 물으면 누군가 응답하는가?',
  },
  hostState: onNodes((state, { model, name }) => {
    const node = model.nodes.find((other) => other.name === name);
    return node === undefined
      ? state
      : withSysctl(state, `net.ipv4.conf.${node.nic.name}.proxy_arp`, '1');
  }),
};

export const anotherGatewayMac: Mutant = {
  name: 'another-gateway-mac',
  unit: 'link',
  weight: 1,
  misconception: {
    en: "The host's end of a pod's cable has a MAC address of its own.",
    ko: '파드 케이블의 호스트 쪽 끝은 저마다 다른 MAC 주소를 가진다.',
  },
  hint: {
    en: 'Which MAC address does a pod know its gateway by? Is it the same in every pod?',
    ko: '파드가 아는 게이트웨이의 MAC 주소는 무엇인가? 모든 파드에서 같은가?',
  },
  hostState: onNodes((state) =>
    withLinks(state, (link) => (link.kind === 'veth' ? { ...link, mac: OTHER_MAC } : link)),
  ),
};

export const deafToArp: Mutant = {
  name: 'nodes-deaf-to-arp',
  unit: 'link',
  weight: 1,
  misconception: {
    en: 'Between nodes no ARP is needed: BGP tells the MAC addresses as well.',
    ko: '노드 사이에는 ARP가 필요 없다. BGP가 MAC 주소까지 알려 준다.',
  },
  hint: {
    en: 'How does a node learn the MAC address of the next node?',
    ko: '노드는 다음 노드의 MAC 주소를 어떻게 알게 되는가?',
  },
  hostState: onNodes((state, { model, name }) => {
    const node = model.nodes.find((other) => other.name === name);
    return node === undefined
      ? state
      : withSysctl(state, `net.ipv4.conf.${node.nic.name}.arp_ignore`, '8');
  }),
};
