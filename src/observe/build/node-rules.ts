/**
 * The rules of a scenario's nodes, as iptables-restore reads them: of Felix's only what a packet's
 * way shows (natOutgoing, reverse path, invalid packets), and kube-proxy's for the services.
 */
import { formatIpv4 } from '../../addr/ipv4';
import type { ScenarioService } from '../scenario';
import type { World } from '../world';
import { TUNNEL_DEVICES } from './block-routes';

const ALL_POOLS_SET = 'cali40all-ipam-pools';
export const MASQ_POOLS_SET = 'cali40masq-ipam-pools';

export const NAT_OUTGOING_CHAIN = 'cali-nat-outgoing';
export const NAT_OUTGOING_RULE =
  `-m set --match-set ${MASQ_POOLS_SET} src -m set ! --match-set ${ALL_POOLS_SET} dst` +
  ' -j MASQUERADE --random-fully';

/** `:CHAIN` and `-A CHAIN …` lines, by table. */
interface RuleText {
  readonly nat: readonly string[];
  readonly raw: readonly string[];
  readonly filter: readonly string[];
}

function nodeRules(world: World): RuleText {
  const isCalico = world.scenario.filter === 'calico';
  return {
    nat: [...NAT_CHAINS, ...natRules(world), ...serviceRules(world)],
    raw: isCalico ? rawRules(world) : [],
    filter: isCalico ? FILTER_RULES : [],
  };
}

const NAT_CHAINS = [
  ':cali-POSTROUTING',
  `:${NAT_OUTGOING_CHAIN}`,
  ':KUBE-SERVICES',
  ':KUBE-POSTROUTING',
  ':KUBE-MARK-MASQ',
];

function natRules({ scenario }: World): string[] {
  const tunnel = TUNNEL_DEVICES[scenario.encapsulation.kind];
  return [
    ...(scenario.services.size > 0
      ? ['-A PREROUTING -j KUBE-SERVICES', '-A OUTPUT -j KUBE-SERVICES']
      : []),
    '-A POSTROUTING -j cali-POSTROUTING',
    `-A cali-POSTROUTING -j ${NAT_OUTGOING_CHAIN}`,
    ...(scenario.pools.some(({ natOutgoing }) => natOutgoing)
      ? [`-A ${NAT_OUTGOING_CHAIN} ${NAT_OUTGOING_RULE}`]
      : []),
    ...(tunnel === undefined
      ? []
      : [
          `-A cali-POSTROUTING -o ${tunnel} -m addrtype ! --src-type LOCAL --limit-iface-out` +
            ' -m addrtype --src-type LOCAL -j MASQUERADE --random-fully',
        ]),
  ];
}

const MARK_RULES = [
  '-A KUBE-MARK-MASQ -j MARK --or-mark 0x4000',
  '-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN',
  '-A KUBE-POSTROUTING -j MARK --xor-mark 0x4000',
  '-A KUBE-POSTROUTING -j MASQUERADE --random-fully',
  '-A POSTROUTING -j KUBE-POSTROUTING',
];

function serviceRules(world: World): string[] {
  const services = [...world.scenario.services.values()];
  if (services.length === 0) return [];
  const chains = services.flatMap(({ backends }, at) => [
    `:KUBE-SVC-${at}`,
    ...backends.map((_, number) => `:KUBE-SEP-${at}-${number}`),
  ]);
  return [
    ...chains,
    ...MARK_RULES,
    ...services.flatMap((service, at) => rulesOf(world, service, at)),
  ];
}

function rulesOf(world: World, service: ScenarioService, at: number): string[] {
  const { ip, port, backends } = service;
  const protocol = service.protocol.toLowerCase();
  const targetPort = service.targetPort ?? port;
  const toService = `-d ${ip}/32 -p ${protocol} --dport ${port}`;
  const podCidr = world.scenario.pools[0]?.cidr ?? '';
  return [
    `-A KUBE-SERVICES ${toService} -j KUBE-SVC-${at}`,
    `-A KUBE-SVC-${at} ! -s ${podCidr} ${toService} -j KUBE-MARK-MASQ`,
    ...backends.flatMap((backend, number) => {
      const address = formatIpv4(world.resolve(backend));
      const endpoint = `KUBE-SEP-${at}-${number}`;
      const left = backends.length - number;
      const chance =
        left > 1 ? `-m statistic --mode random --probability ${(1 / left).toFixed(5)} ` : '';
      return [
        `-A KUBE-SVC-${at} ${chance}-j ${endpoint}`,
        `-A ${endpoint} -s ${address}/32 -j KUBE-MARK-MASQ`,
        `-A ${endpoint} -p ${protocol} -j DNAT --to-destination ${address}:${targetPort}`,
      ];
    }),
  ];
}

function rawRules({ scenario }: World): string[] {
  const untracked =
    scenario.encapsulation.kind === 'vxlan'
      ? ['PREROUTING', 'OUTPUT'].map((chain) => `-A cali-${chain} -p udp --dport 4789 -j NOTRACK`)
      : [];
  return [
    ':cali-PREROUTING',
    ':cali-OUTPUT',
    '-A PREROUTING -j cali-PREROUTING',
    '-A OUTPUT -j cali-OUTPUT',
    ...untracked,
    '-A cali-PREROUTING -i cali+ -j MARK --set-mark 0x40000/0x40000',
    '-A cali-PREROUTING -m mark --mark 0x40000/0x40000 -m rpfilter --validmark --invert -j DROP',
  ];
}

const FILTER_RULES = [
  ':cali-FORWARD',
  ':cali-wl',
  '-A FORWARD -j cali-FORWARD',
  '-A cali-FORWARD -i cali+ -j cali-wl',
  '-A cali-FORWARD -o cali+ -j cali-wl',
  '-A cali-wl -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN',
  '-A cali-wl -m conntrack --ctstate INVALID -j DROP',
  '-A cali-wl -i cali+ -p udp --dport 4789 -j DROP',
  '-A cali-wl -i cali+ -p ipencap -j DROP',
];

/** `ipset restore` and `iptables-restore` on the node. */
export function applyNodeRules(world: World, node: string): void {
  const { pools, nodes } = world.scenario;
  const poolCidrs = pools.map(({ cidr }) => cidr);
  const masqCidrs = pools.filter(({ natOutgoing }) => natOutgoing).map(({ cidr }) => cidr);
  const hosts = [...nodes.keys()].map((name) => formatIpv4(world.nodeAddress(name)));
  for (const [name, members] of [
    [ALL_POOLS_SET, poolCidrs],
    [MASQ_POOLS_SET, masqCidrs],
    ['cali40all-hosts-net', hosts],
  ] as const) {
    world.apply(
      node,
      { kind: 'ipset-create', name, type: 'hash:net' },
      { kind: 'ipset-swap', name, members },
    );
  }
  const rules = nodeRules(world);
  for (const table of ['nat', 'raw', 'filter'] as const) {
    for (const line of rules[table]) {
      const words = line.startsWith(':') ? ['-N', line.slice(1)] : line.split(' ');
      world.iptables(node, ['-t', table, ...words]);
    }
  }
}
