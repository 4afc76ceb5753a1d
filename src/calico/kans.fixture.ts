/** The lab of the tutorial as a model: four nodes on two subnets, one pool, pods on k8s-w1. */
import { cidr } from '../addr/cidr';
import { type Ipv4, ipv4 } from '../addr/ipv4';
import { mac } from '../addr/mac';
import { DEFAULT_BGP_SETTINGS } from './bgp/bgp-settings';
import { DEFAULT_FELIX_SETTINGS } from './felix/felix-settings';
import type { CalicoModel, CalicoNode, IpPool, WorkloadEndpoint } from './model';
import { workloadInterfaceName } from './names';

export function nodeOf(name: string, address: string, tunnel: string): CalicoNode {
  return {
    name,
    labels: {},
    address: { address: ipv4(address), length: 24 },
    nic: { name: 'ens5', mtu: 1500 },
    gateway: ipv4(address.replace(/\d+$/, '254')),
    asNumber: undefined,
    routeReflectorClusterId: undefined,
    ipipTunnelAddress: ipv4(tunnel),
    vxlanTunnelAddress: undefined,
    defaultRpFilter: 1,
  };
}

export const KANS_POOL: IpPool = {
  name: 'default-ipv4-ippool',
  cidr: cidr('172.16.0.0/16'),
  blockSize: 24,
  ipipMode: 'Always',
  vxlanMode: 'Never',
  natOutgoing: true,
  disabled: false,
  disableBGPExport: false,
  nodeSelector: () => true,
  allowedUses: ['Workload', 'Tunnel'],
};

export function endpointOf(pod: string, node: string, address: string): WorkloadEndpoint {
  return {
    k8sNamespace: 'default',
    pod,
    node,
    address: ipv4(address),
    interface: workloadInterfaceName('default', pod),
    netns: `default/${pod}`,
    mac: mac('a2:2e:1f:be:7c:23'),
    mtu: 1480,
    profiles: ['kns.default', 'ksa.default.default'],
    allowedSourcePrefixes: [],
  };
}

export const KANS: CalicoModel = {
  release: 'v3.27',
  nodes: [
    nodeOf('k8s-m', '192.168.10.10', '172.16.116.0'),
    nodeOf('k8s-w0', '192.168.20.100', '172.16.34.0'),
    nodeOf('k8s-w1', '192.168.10.101', '172.16.158.0'),
    nodeOf('k8s-w2', '192.168.10.102', '172.16.184.0'),
  ],
  pools: [KANS_POOL],
  blocks: [
    { cidr: cidr('172.16.116.0/24'), node: 'k8s-m' },
    { cidr: cidr('172.16.34.0/24'), node: 'k8s-w0' },
    { cidr: cidr('172.16.158.0/24'), node: 'k8s-w1' },
    { cidr: cidr('172.16.184.0/24'), node: 'k8s-w2' },
  ],
  endpoints: [
    endpointOf('pod1', 'k8s-w1', '172.16.158.3'),
    endpointOf('pod2', 'k8s-w1', '172.16.158.2'),
  ],
  felix: DEFAULT_FELIX_SETTINGS,
  bgp: DEFAULT_BGP_SETTINGS,
};

/** The same lab with another pool; VXLAN takes over the tunnel addresses. */
export function withPool(changes: Partial<IpPool>): CalicoModel {
  const pool = { ...KANS_POOL, ...changes };
  const nodes = KANS.nodes.map((node) => ({
    ...node,
    ipipTunnelAddress: addressIf(pool.ipipMode !== 'Never', node),
    vxlanTunnelAddress: addressIf(pool.vxlanMode !== 'Never', node),
  }));
  return { ...KANS, pools: [pool], nodes };
}

export function nodeNamed(model: CalicoModel, name: string): CalicoNode {
  const node = model.nodes.find((one) => one.name === name);
  if (node === undefined) throw new RangeError(`no node ${name}`);
  return node;
}

function addressIf(isWanted: boolean, { ipipTunnelAddress }: CalicoNode): Ipv4 | undefined {
  return isWanted ? ipipTunnelAddress : undefined;
}
