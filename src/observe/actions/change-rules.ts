/** Actions that change a host's rules, sets and connections. */
import type { ActionOf } from '../action';
import { MASQ_POOLS_SET, NAT_OUTGOING_CHAIN, NAT_OUTGOING_RULE } from '../build/node-rules';
import type { World } from '../world';

export function runIptables(world: World, { ns, args }: ActionOf<'iptables'>): void {
  world.iptables(
    ns,
    args.map((word) => world.deviceName(word)),
  );
}

/** What Felix does where somebody edits an IPPool; the tracker's rows stay as they are. */
export function runNatOutgoing(world: World, action: ActionOf<'natOutgoing'>): void {
  const { enabled, pool: wanted } = action;
  world.setPools(
    world.pools.map((pool) =>
      wanted === undefined || wanted === pool.name ? { ...pool, natOutgoing: enabled } : pool,
    ),
  );
  const masquerading = world.pools.filter(({ natOutgoing }) => natOutgoing);
  for (const node of world.scenario.nodes.keys()) {
    const members = masquerading.map(({ cidr }) => cidr);
    world.apply(node, { kind: 'ipset-swap', name: MASQ_POOLS_SET, members });
    world.iptables(node, ['-t', 'nat', '-F', NAT_OUTGOING_CHAIN]);
    if (masquerading.length > 0) {
      world.iptables(node, [
        '-t',
        'nat',
        '-A',
        NAT_OUTGOING_CHAIN,
        ...NAT_OUTGOING_RULE.split(' '),
      ]);
    }
  }
}

export function runConntrackFlush(world: World): void {
  for (const node of world.scenario.nodes.keys()) world.flushConnections(node);
}
