/**
 * A route as ip prints it: text, colours and JSON (`print_route`, iproute2 6.1, ip/iproute.c).
 */
import { formatCidr } from '../../../addr/cidr';
import { formatIpv4 } from '../../../addr/ipv4';
import type { Route } from '../../../host/route';
import { type Field, field, unsaid, word } from '../field';
import { protoText, scopeText, typeText } from './route-words';

export interface RouteManner {
  readonly details: boolean;
  readonly numeric: boolean;
  /** What the question said of all routes, and the answer need not repeat. */
  readonly hides: {
    readonly via: boolean;
    readonly device: boolean;
    readonly source: boolean;
    readonly scope: boolean;
    readonly proto: boolean;
  };
  /** Where routes of several tables are listed: the name of this one's. */
  readonly table: string | undefined;
  /** Whether its device has lost its carrier. */
  readonly isDead: boolean;
}

export function routeFields(route: Route, manner: RouteManner): readonly Field[] {
  const { type, via, device, source, metric, mtu } = route;
  const { details, numeric, hides, table } = manner;
  const typeName = typeText(type, numeric);
  return [
    ...(type === 'unicast' && !details ? [] : [field(`${typeName} `, 'type', typeName)]),
    destinationField(route),
    ...(via === undefined || hides.via ? [] : gatewayFields(formatIpv4(via))),
    ...(device === undefined || hides.device ? [] : deviceFields(device)),
    ...(table === undefined ? [] : [field(`table ${table} `, 'table', table)]),
    ...originFields(route, manner),
    ...(source === undefined || hides.source ? [] : sourceFields(formatIpv4(source))),
    ...(metric === 0 ? [] : [field(`metric ${metric} `, 'metric', metric)]),
    flagsField(route, manner),
    ...(mtu === undefined ? [] : [field(`mtu ${mtu} `, 'metrics', [{ mtu }])]),
  ];
}

function destinationField({ destination }: Route): Field {
  if (destination.length === 0) return field('default ', 'dst', 'default');
  const text =
    destination.length === 32 ? formatIpv4(destination.address) : formatCidr(destination);
  return field(`${text} `, 'dst', text, 'inet');
}

export function gatewayFields(address: string): readonly Field[] {
  return [word('via '), field(`${address} `, 'gateway', address, 'inet')];
}

export function deviceFields(name: string): readonly Field[] {
  return [word('dev '), field(`${name} `, 'dev', name, 'name')];
}

export function sourceFields(address: string): readonly Field[] {
  return [word('src '), field(`${address} `, 'prefsrc', address, 'inet')];
}

/** Who made it, and how far it reaches. */
function originFields(
  { proto, scope }: Route,
  { details, numeric, hides }: RouteManner,
): readonly Field[] {
  const protoName = protoText(proto, numeric);
  const scopeName = scopeText(scope, numeric);
  const saysProto = (proto !== 'boot' || details) && !hides.proto;
  const saysScope = (scope !== 'global' || details) && !hides.scope;
  return [
    ...(saysProto ? [field(`proto ${protoName} `, 'protocol', protoName)] : []),
    ...(saysScope ? [field(`scope ${scopeName} `, 'scope', scopeName)] : []),
  ];
}

function flagsField({ onlink }: Route, { isDead }: RouteManner): Field {
  const flags = [...(onlink ? ['onlink'] : []), ...(isDead ? ['linkdown'] : [])];
  if (flags.length === 0) return unsaid('flags', []);
  return field(flags.map((flag) => `${flag} `).join(''), 'flags', flags);
}
