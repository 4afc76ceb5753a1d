/** What must fit together in an Underlay: names, prefixes, and next hops that can be reached. */
import { type Cidr, cidr, cidrContains, cidrsOverlap, parseInterfaceAddress } from '../addr/cidr';
import { formatIpv4, type Ipv4, ipv4 } from '../addr/ipv4';
import { invariant } from '../base/invariant';
import type { Objection } from '../manifest/kind';
import type { Path } from '../manifest/path';
import type { UnderlayFields } from './underlay-kind';

/** The first thing that does not fit; `path` is seen from `spec`. */
export function findUnderlayObjection(underlay: UnderlayFields): Objection | undefined {
  return (
    findSegmentObjection(underlay) ??
    findNameObjection(underlay) ??
    findAddressObjection(underlay) ??
    findRouteObjection(underlay)
  );
}

function findSegmentObjection({ segments }: UnderlayFields): Objection | undefined {
  for (const [at, segment] of segments.entries()) {
    const earlier = segments.slice(0, at);
    if (earlier.some(({ name }) => name === segment.name)) {
      return { path: ['segments', at, 'name'], says: `there are two segments ${segment.name}` };
    }
    const other = earlier.find((one) => cidrsOverlap(cidr(one.cidr), cidr(segment.cidr)));
    if (other !== undefined) {
      const says = `overlaps with segment ${other.name}, ${other.cidr}`;
      return { path: ['segments', at, 'cidr'], says };
    }
  }
  return undefined;
}

function findNameObjection({ routers, hosts }: UnderlayFields): Objection | undefined {
  const seen = new Set<string>();
  const named = [
    ...routers.map(({ name }, at) => ({ name, path: ['routers', at, 'name'] })),
    ...hosts.map(({ name }, at) => ({ name, path: ['hosts', at, 'name'] })),
  ];
  for (const { name, path } of named) {
    if (seen.has(name)) return { path, says: `two of the routers and hosts are called ${name}` };
    seen.add(name);
  }
  return undefined;
}

interface Leg {
  readonly path: Path;
  readonly address: Ipv4;
  /** `undefined` where the text gives none, and the segment's counts. */
  readonly length: number | undefined;
}

function findAddressObjection(underlay: UnderlayFields): Objection | undefined {
  const seen = new Set<Ipv4>();
  const legs = [
    ...underlay.routers.flatMap((_, at) => routerLegs(underlay, at)),
    ...underlay.hosts.map((_, at) => hostLeg(underlay, at)),
  ];
  for (const { path, address, length } of legs) {
    const shown = formatIpv4(address);
    if (seen.has(address)) return { path, says: `${shown} is given twice` };
    seen.add(address);
    const segment = segmentOf(underlay, address);
    if (segment === undefined) return { path, says: `${shown} is in no segment` };
    if (length !== undefined && length !== segment.cidr.length) {
      return { path, says: `/${length} is not the prefix length of segment ${segment.name}` };
    }
  }
  return undefined;
}

function findRouteObjection(underlay: UnderlayFields): Objection | undefined {
  for (const [at, { routes }] of underlay.routers.entries()) {
    const legs = routerLegs(underlay, at);
    for (const [index, { via }] of routes.entries()) {
      const path = ['routers', at, 'routes', index, 'via'];
      if (!isNextHop(underlay, legs, via)) return { path, says: notANextHop(via) };
    }
  }
  for (const [at, { gateway, routes = [] }] of underlay.hosts.entries()) {
    const legs = [hostLeg(underlay, at)];
    if (gateway !== undefined && !isNextHop(underlay, legs, gateway)) {
      return { path: ['hosts', at, 'gateway'], says: notANextHop(gateway) };
    }
    for (const [index, { via = gateway }] of routes.entries()) {
      const path = ['hosts', at, 'routes', index];
      if (via === undefined) return { path, says: 'needs a via, as the host has no gateway' };
      if (!isNextHop(underlay, legs, via)) return { path, says: notANextHop(via) };
    }
  }
  return undefined;
}

function notANextHop(via: string): string {
  return `${via} is on no segment with it, so it cannot be a next hop`;
}

function isNextHop(underlay: UnderlayFields, legs: readonly Leg[], via: string): boolean {
  const segment = segmentOf(underlay, ipv4(via));
  return legs.some(({ address }) => {
    return segment !== undefined && address !== ipv4(via) && cidrContains(segment.cidr, address);
  });
}

function routerLegs({ routers }: UnderlayFields, at: number): readonly Leg[] {
  const texts = routers[at]?.addresses ?? [];
  return texts.map((text, index) => legOf(text, ['routers', at, 'addresses', index]));
}

function hostLeg({ hosts }: UnderlayFields, at: number): Leg {
  return legOf(hosts[at]?.address ?? '', ['hosts', at, 'address']);
}

function legOf(text: string, path: Path): Leg {
  const parsed = parseInterfaceAddress(text);
  invariant(parsed !== undefined, `the schema lets no address like ${text} pass`);
  return { path, address: parsed.address, length: text.includes('/') ? parsed.length : undefined };
}

function segmentOf(
  { segments }: UnderlayFields,
  address: Ipv4,
): { readonly name: string; readonly cidr: Cidr } | undefined {
  for (const { name, cidr: text } of segments) {
    if (cidrContains(cidr(text), address)) return { name, cidr: cidr(text) };
  }
  return undefined;
}
