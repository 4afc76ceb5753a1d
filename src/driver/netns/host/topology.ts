/**
 * Which interfaces there are, what is at the other end of each, and whose an address is: read off the
 * plan and the wanted states, from which the lab is built.
 */
import { cidrContains } from '../../../addr/cidr';
import type { Ipv4 } from '../../../addr/ipv4';
import type { ControlPlane } from '../../../cluster/control-plane';
import { NODE_NIC } from '../../../cluster/machines';
import type { Plan, PlannedRoute, SegmentPlan } from '../../../cluster/plan';
import { internalIpOf, nodeKind } from '../../../k8s/resources/node';

/** A network card of a node, a router or a host outside. */
export interface Card {
  readonly device: string;
  readonly address: Ipv4;
  readonly segment: SegmentPlan;
}

/** A machine that is not a pod. */
export interface Machine {
  readonly name: string;
  readonly isRouter: boolean;
  readonly isNode: boolean;
  readonly cards: readonly Card[];
  readonly routes: readonly PlannedRoute[];
}

/** One end of a link. */
export interface End {
  readonly host: string;
  readonly device: string;
}

export interface Topology {
  readonly machines: readonly Machine[];
  /** All devices of a host but loopback. */
  devicesOf(host: string): readonly string[];
  /** Who hears what an interface sends. */
  peersOf(end: End): readonly End[];
  owns(host: string, address: Ipv4): boolean;
}

export function topologyOf(control: ControlPlane): Topology {
  const { plan, wanted } = control;
  const machines = [
    ...plan.routers.map(({ name, addresses, routes }) => {
      const cards = addresses.flatMap((address, index) => cardOn(plan, `eth${index}`, address));
      return { name, isRouter: true, isNode: false, cards, routes };
    }),
    ...plan.hosts.map(({ name, address, routes }) => {
      return { name, isRouter: false, isNode: false, cards: cardOn(plan, 'eth0', address), routes };
    }),
    ...control.store.list(nodeKind).map((node) => {
      const cards = cardOn(plan, NODE_NIC, internalIpOf(node));
      const routes = defaultRoutes(plan, cards);
      return { name: node.metadata.name, isRouter: false, isNode: true, cards, routes };
    }),
  ];
  const links = linksOf(machines, control);
  const addresses = new Set(machines.flatMap(addressKeys));
  for (const [host, state] of [...wanted.nodes, ...wanted.pods]) {
    for (const { address } of state.addresses) addresses.add(`${host} ${address.address}`);
  }
  return {
    machines,
    devicesOf: (host) => devicesOf(host, machines, control),
    peersOf: ({ host, device }) => links.get(`${host} ${device}`) ?? [],
    owns: (host, address) => addresses.has(`${host} ${address}`),
  };
}

function addressKeys({ name, cards }: Machine): readonly string[] {
  return cards.map(({ address }) => `${name} ${address}`);
}

function cardOn(plan: Plan, device: string, address: Ipv4): readonly Card[] {
  const segment = plan.segments.find(({ cidr }) => cidrContains(cidr, address));
  return segment === undefined ? [] : [{ device, address, segment }];
}

function defaultRoutes(plan: Plan, [card]: readonly Card[]): readonly PlannedRoute[] {
  const via = card && plan.gatewayOf(card.segment);
  return via === undefined ? [] : [{ to: { address: 0 as Ipv4, length: 0 }, via }];
}

function devicesOf(
  host: string,
  machines: readonly Machine[],
  { wanted }: ControlPlane,
): readonly string[] {
  if (wanted.pods.has(host)) return ['eth0'];
  const cards = machines.find(({ name }) => name === host)?.cards ?? [];
  const links = wanted.nodes.get(host)?.links ?? [];
  return [...cards.map(({ device }) => device), ...links.map(({ name }) => name)];
}

function linksOf(
  machines: readonly Machine[],
  { wanted }: ControlPlane,
): ReadonlyMap<string, readonly End[]> {
  const links = new Map<string, readonly End[]>();
  const plugs = machines.flatMap(({ name, cards }) =>
    cards.map(({ device, segment }) => ({ host: name, device, segment: segment.name })),
  );
  for (const plug of plugs) {
    const others = plugs.filter((one) => one.segment === plug.segment && one !== plug);
    links.set(`${plug.host} ${plug.device}`, others);
  }
  for (const [host, { links: specs }] of wanted.nodes) {
    for (const link of specs) {
      if (link.kind !== 'veth') continue;
      const { netns, name } = link.peer;
      links.set(`${host} ${link.name}`, [{ host: netns, device: name }]);
      links.set(`${netns} ${name}`, [{ host, device: link.name }]);
    }
  }
  return links;
}
