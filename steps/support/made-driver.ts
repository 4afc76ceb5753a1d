/**
 * A stand-in driver for the tests of controls: a cluster of two pods on one node in which every ping
 * ends as it is told. It answers questions about names; what else is asked of it is an error.
 */
import { ipv4 } from '../../src/addr/ipv4';
import type { Driver, Inventory, Link } from '../../src/driver/driver';
import type { PingOutcome, Stimulus } from '../../src/driver/stimulus';
import type { CapturedFrame } from '../../src/trace/trace';

const INVENTORY: Inventory = {
  nodes: [
    { name: 'k8s-w1', address: ipv4('192.168.10.101'), nic: 'ens5' },
    { name: 'k8s-w2', address: ipv4('192.168.10.102'), nic: 'ens5' },
  ],
  workloads: [
    {
      pod: 'default/pod1',
      node: 'k8s-w1',
      address: ipv4('172.16.158.1'),
      interface: 'calice0906292e2',
      profiles: [],
    },
    {
      pod: 'default/pod2',
      node: 'k8s-w1',
      address: ipv4('172.16.158.2'),
      interface: 'calibd2348b4f67',
      profiles: [],
    },
  ],
  segments: [],
  routers: [],
  outside: [{ name: 'internet', address: ipv4('8.8.8.8') }],
  pools: [],
  blocks: [],
};

/** @param pings what the next pings come to, in order; the last one again and again */
export function madeDriver(pings: readonly PingOutcome[]): Driver {
  const rest = [...pings];
  const frames: CapturedFrame[] = [];
  const unasked = async () => {
    throw new Error('no test asks this');
  };
  return {
    name: 'made',
    apply: async () => [],
    delete: unasked,
    patch: async () => {},
    inventory: async () => INVENTORY,
    run: async (stimulus: Stimulus) => {
      const ping = rest.length > 1 ? rest.shift() : rest[0];
      if (ping === undefined || stimulus.kind !== 'ping') return unasked();
      frames.push(...ping.frames);
      return { ...ping, stimulus };
    },
    exec: unasked,
    wait: async () => {},
    neighbours: async () => [],
    routes: async () => [],
    links: async (host) =>
      host.startsWith('k8s') ? [link('ens5'), link('tunl0')] : [link('eth0')],
    connections: async () => [],
    ipset: async () => undefined,
    chain: async () => [],
    sysctl: async () => undefined,
    journal: async () => [],
    captured: async () => frames,
    close: async () => {},
  };
}

function link(name: string): Link {
  return { name, kind: 'nic', mac: undefined, mtu: 1500, isUp: true, addresses: [] };
}
