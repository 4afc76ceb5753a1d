/**
 * The kinds of argument that sentences use, in braces. Names stay names here; whether they exist is
 * asked when the step runs (resolve.ts). Addresses and numbers become values at once.
 */
import { type Cidr, parseCidr } from '../../src/addr/cidr';
import { type Ipv4, parseIpv4 } from '../../src/addr/ipv4';
import { type Mac, parseMac } from '../../src/addr/mac';
import { defineParameterType } from './catalogue';
import { dropReason } from './drop-reasons';
import type { Leg } from './exchange';
import { NotEstablishedError } from './not-established';
import { type InterfaceReference, type PodReference, qualified } from './references';

defineParameterType({
  name: 'pod',
  regexp: /([a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?)(?: on ([a-z][a-z0-9-]*))?/,
  transformer: (pod = '', node): PodReference => ({ pod: qualified(pod), node }),
  useForSnippets: false,
});

defineParameterType({ name: 'node', regexp: /[a-z][a-z0-9-]*/, useForSnippets: false });

/** A node, a router, a host outside the cluster or a pod. */
defineParameterType({
  name: 'host',
  regexp: /[a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?/,
  useForSnippets: false,
});

defineParameterType({
  name: 'interface',
  regexp:
    /(the cali interface|[a-z][a-z0-9.-]*)(?: of ([a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?))?/,
  transformer: (device, of): InterfaceReference => ({
    device: device === 'the cali interface' ? undefined : device,
    of,
  }),
  useForSnippets: false,
});

defineParameterType({
  name: 'ip',
  regexp: /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/,
  transformer: (text = ''): Ipv4 => known(parseIpv4(text), text, 'an IPv4 address'),
});

defineParameterType({
  name: 'cidr',
  regexp: /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\/\d{1,2}/,
  transformer: (text = ''): Cidr => known(parseCidr(text), text, 'a CIDR'),
});

defineParameterType({
  name: 'mac',
  regexp: /[0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}/,
  transformer: (text = ''): Mac => known(parseMac(text), text, 'a MAC address'),
});

defineParameterType({
  name: 'port',
  regexp: /\d{1,5}/,
  transformer: (text = ''): number => {
    const port = Number(text);
    return known(port >= 1 && port <= 65_535 ? port : undefined, text, 'a port (1 to 65535)');
  },
  useForSnippets: false,
});

const MS_PER_UNIT: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 };

/** In milliseconds. */
defineParameterType({
  name: 'duration',
  regexp: /(\d{1,9}) (ms|s|min)/,
  transformer: (count = '0', unit = 's'): number => Number(count) * (MS_PER_UNIT[unit] ?? 1),
});

defineParameterType({
  name: 'drop reason',
  regexp: /[A-Z][A-Z_]+/,
  transformer: (word = '') => dropReason(word),
  useForSnippets: false,
});

defineParameterType({ name: 'encapsulation', regexp: /IPIP|VXLAN/ });

defineParameterType({
  name: 'protocol',
  regexp: /TCP|UDP/,
  transformer: (text): 'tcp' | 'udp' => (text === 'TCP' ? 'tcp' : 'udp'),
});

/** Where there is only one way to go, "the packet" is the request. */
defineParameterType({
  name: 'leg',
  regexp: /request|reply|packet/,
  transformer: (text): Leg => (text === 'reply' ? 'reply' : 'request'),
  useForSnippets: false,
});

/** Which IPv4 header of a frame: the first, the one inside a tunnel, or the first where it is alone. */
defineParameterType({ name: 'layer', regexp: /outer|inner|only/, useForSnippets: false });

defineParameterType({ name: 'pool', regexp: /[a-z0-9][a-z0-9.-]*/, useForSnippets: false });

defineParameterType({ name: 'kind', regexp: /[A-Z][A-Za-z0-9]*/, useForSnippets: false });

defineParameterType({ name: 'resource', regexp: /[a-z0-9][a-z0-9./-]*/, useForSnippets: false });

defineParameterType({ name: 'field', regexp: /[a-z][A-Za-z0-9.]*/, useForSnippets: false });

/** A scalar as YAML reads it: `true`, `26`, `CrossSubnet`. */
defineParameterType({
  name: 'value',
  regexp: /[^\s"]+/,
  transformer: (text = ''): boolean | number | string => {
    if (text === 'true' || text === 'false') return text === 'true';
    return /^\d+$/.test(text) ? Number(text) : text;
  },
  useForSnippets: false,
});

/** A rule by the identity that Felix gives it. */
defineParameterType({ name: 'rule', regexp: /cali:[A-Za-z0-9_-]{16}/, useForSnippets: false });

defineParameterType({ name: 'chain', regexp: /[A-Za-z][A-Za-z0-9_.-]*/, useForSnippets: false });

defineParameterType({ name: 'table', regexp: /raw|mangle|nat|filter/, useForSnippets: false });

defineParameterType({ name: 'ipset', regexp: /[A-Za-z][A-Za-z0-9_:.-]*/, useForSnippets: false });

defineParameterType({ name: 'sysctl', regexp: /[a-z][a-z0-9_./-]*/, useForSnippets: false });

function known<Value>(value: Value | undefined, text: string, what: string): Value {
  if (value === undefined) throw new NotEstablishedError(`${text} is not ${what}`);
  return value;
}
