/**
 * What is at the other end of each interface of a live cluster, and whose an address is: pods at their
 * nodes, and nodes whose cards are on one segment of the lab.
 */
import { cidrContains, parseCidr } from '../../../addr/cidr';
import type { Inventory } from '../../driver';
import type { End, Topology } from '../../netns/host/topology';
import type { Watch } from './live-captures';

const POD_DEVICE = 'eth0';

export function liveTopology(
  { nodes, workloads, segments }: Inventory,
  watches: readonly Watch[],
): Topology {
  const links = new Map<string, readonly End[]>();
  for (const { pod, node, interface: device } of workloads) {
    links.set(`${pod} ${POD_DEVICE}`, [{ host: node, device }]);
    links.set(`${node} ${device}`, [{ host: pod, device: POD_DEVICE }]);
  }
  const segmentOf = new Map(
    nodes.map(({ name, address }) => {
      const on = segments.find(({ cidr }) => {
        const range = parseCidr(cidr);
        return range !== undefined && cidrContains(range, address);
      });
      return [name, on?.name] as const;
    }),
  );
  for (const { name, nic } of nodes) {
    const others = nodes.filter((one) => {
      return one.name !== name && segmentOf.get(one.name) === segmentOf.get(name);
    });
    links.set(
      `${name} ${nic}`,
      others.map((one) => ({ host: one.name, device: one.nic })),
    );
  }
  const owned = new Set(
    watches.flatMap(({ host, links: all }) =>
      all.flatMap(({ addresses }) => addresses.map(({ address }) => `${host} ${address}`)),
    ),
  );
  return {
    machines: [],
    devicesOf: (host) =>
      watches.find((watch) => watch.host === host)?.links.map(({ name }) => name) ?? [],
    peersOf: ({ host, device }) => links.get(`${host} ${device}`) ?? [],
    owns: (host, address) => owned.has(`${host} ${address}`),
  };
}
