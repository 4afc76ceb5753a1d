/**
 * The main table as the driver shows it, from `ip -j route` (iproute2, ip/iproute.c).
 */
import { ANYWHERE, cidr } from '../../../addr/cidr';
import { ipv4 } from '../../../addr/ipv4';
import type { Route, RouteProto, RouteType, Scope } from '../../../host/route';

/** A row as `ip` writes it; what goes without saying is left out. */
interface RouteRow {
  readonly type?: RouteType;
  readonly dst: string;
  readonly gateway?: string;
  readonly dev?: string;
  readonly protocol?: RouteProto;
  readonly scope?: Scope;
  readonly prefsrc?: string;
  readonly metric?: number;
  readonly flags?: readonly string[];
  readonly metrics?: readonly { readonly mtu?: number }[];
}

export function readRoutes(json: string): readonly Route[] {
  const rows: readonly RouteRow[] = json.trim() === '' ? [] : JSON.parse(json);
  return rows.map(routeOf);
}

function routeOf(row: RouteRow): Route {
  const mtu = row.metrics?.find((metric) => metric.mtu !== undefined)?.mtu;
  return {
    type: row.type ?? 'unicast',
    destination: destinationOf(row.dst),
    via: row.gateway === undefined ? undefined : ipv4(row.gateway),
    device: row.dev,
    source: row.prefsrc === undefined ? undefined : ipv4(row.prefsrc),
    scope: row.scope ?? 'global',
    proto: row.protocol ?? 'boot',
    metric: row.metric ?? 0,
    onlink: row.flags?.includes('onlink') ?? false,
    ...(mtu === undefined ? {} : { mtu }),
  };
}

function destinationOf(text: string): Route['destination'] {
  if (text === 'default') return ANYWHERE;
  return cidr(text.includes('/') ? text : `${text}/32`);
}
