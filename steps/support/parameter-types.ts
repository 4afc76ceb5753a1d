/**
 * The kinds of argument that sentences use, in braces. Names stay names here; whether they exist is
 * asked when the step runs (resolve.ts). Addresses and numbers become values at once. Where Korean has
 * words of its own, a kind takes these too: `k8s-w1의 pod1` is `pod1 on k8s-w1`.
 *
 * None of them takes Hangul at its end, for there the particle of a Korean sentence follows.
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
  regexp: [
    /([a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?)(?: on ([a-z][a-z0-9-]*))?/,
    /([a-z][a-z0-9-]*)의 ([a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?)/,
  ],
  transformer: (pod, node, nodeFirst, podThen): PodReference => ({
    pod: qualified(pod ?? podThen ?? ''),
    node: node ?? nodeFirst,
  }),
  useForSnippets: false,
});

defineParameterType({ name: 'node', regexp: /[a-z][a-z0-9-]*/, useForSnippets: false });

/** What a sentence calls the node's end of a pod's link, of which the name is a hash. */
const CALI_INTERFACE = new Set(['the cali interface', 'cali 인터페이스']);

/** A node, a router, a host outside the cluster or a pod. */
defineParameterType({
  name: 'host',
  regexp: /[a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?/,
  useForSnippets: false,
});

defineParameterType({
  name: 'interface',
  regexp: [
    /(the cali interface|[a-z][a-z0-9.-]*)(?: of ([a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?))?/,
    /([a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?)의 (cali 인터페이스|[a-z][a-z0-9.-]*)/,
  ],
  transformer: (device, of, ofFirst, deviceThen): InterfaceReference => {
    const name = device ?? deviceThen ?? '';
    return { device: CALI_INTERFACE.has(name) ? undefined : name, of: of ?? ofFirst };
  },
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

const MS_PER_UNIT: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  밀리초: 1,
  초: 1000,
  분: 60_000,
};

/** In milliseconds. */
defineParameterType({
  name: 'duration',
  regexp: [/(\d{1,9}) (ms|s|min)/, /(\d{1,9})(밀리초|초|분)/],
  transformer: (count, unit, countKorean, unitKorean): number => {
    const ms = MS_PER_UNIT[unit ?? unitKorean ?? ''];
    return Number(count ?? countKorean) * known(ms, String(unit), 'a unit of time');
  },
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
  regexp: /request|reply|packet|요청|응답|패킷/,
  transformer: (text): Leg => (text === 'reply' || text === '응답' ? 'reply' : 'request'),
  useForSnippets: false,
});

/** Which IPv4 header of a frame: the first, the one inside a tunnel, or the first where it is alone. */
defineParameterType({
  name: 'layer',
  regexp: /outer|inner|only|바깥|안쪽|유일한/,
  transformer: (text = ''): string => LAYERS[text] ?? text,
  useForSnippets: false,
});

const LAYERS: Readonly<Record<string, string>> = { 바깥: 'outer', 안쪽: 'inner', 유일한: 'only' };

defineParameterType({ name: 'pool', regexp: /[a-z0-9][a-z0-9.-]*/, useForSnippets: false });

defineParameterType({ name: 'kind', regexp: /[A-Z][A-Za-z0-9]*/, useForSnippets: false });

defineParameterType({ name: 'resource', regexp: /[a-z0-9][a-z0-9./-]*/, useForSnippets: false });

defineParameterType({ name: 'field', regexp: /[a-z][A-Za-z0-9.]*/, useForSnippets: false });

/** A scalar as YAML reads it: `true`, `26`, `CrossSubnet`. */
defineParameterType({
  name: 'value',
  regexp: /[!#-~]+/,
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
