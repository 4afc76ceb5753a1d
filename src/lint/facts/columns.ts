/**
 * The columns that the tables of sentences can have; a test asks the sentences themselves.
 */

export interface TableColumns {
  readonly names: readonly string[];
  /** Whether they stand in the first row; else in the first column, a row for each. */
  readonly isHead: boolean;
}

const FRAME = [
  'host',
  'interface',
  'direction',
  'from',
  'to',
  'frame',
  'ttl',
  'inner ttl',
  'DF',
  'source',
  'destination',
];
const NEIGHBOUR = ['address', 'interface', 'mac', 'state'];
const ROUTE = ['type', 'destination', 'via', 'interface', 'proto', 'scope', 'source', 'onlink'];
const BLOCK = ['block', 'node', 'in use'];
const CHANGE = ['who', 'what'];
const PING = ['count', 'size', 'ttl', 'id', 'interval ms', 'timeout ms', 'df', 'source'];
const CONNECTION = [
  'protocol',
  'source',
  'destination',
  'source port',
  'destination port',
  'reply source',
  'reply destination',
  'reply source port',
  'reply destination port',
  'flags',
];
const HEADER = [
  'source',
  'destination',
  'protocol',
  'ttl',
  'DF',
  'id',
  'source port',
  'destination port',
  'VNI',
];

const HEADS: Readonly<Record<string, readonly string[]>> = {
  frames: FRAME,
  'frames.arp': FRAME,
  path: FRAME,
  workloads: ['workload', 'node', 'networks', 'interface', 'profiles'],
  pools: ['name', 'cidr', 'block size', 'nat', 'ipipmode', 'vxlanmode'],
  'blocks.are': BLOCK,
  'blocks.include': BLOCK,
  'connections.include': CONNECTION,
  'changes.are': CHANGE,
  'changes.include': CHANGE,
  'neighbours.are': NEIGHBOUR,
  'neighbours.include': NEIGHBOUR,
  'routes.are': ROUTE,
  'routes.include': ROUTE,
  'ipset.members': ['member'],
  'traceroute.hops': ['ttl', 'from'],
};

const NAMES: Readonly<Record<string, readonly string[]>> = {
  header: HEADER,
  link: ['interface', 'kind', 'mac', 'mtu', 'state', 'addresses'],
  'ping.pod.with': PING,
  'ping.address.with': PING,
};

/** `undefined` where a sentence has no table, or one that may have any columns. */
export function columnsOf(id: string): TableColumns | undefined {
  const [heads, names] = [ownOf(HEADS, id), ownOf(NAMES, id)];
  if (heads !== undefined) return { names: heads, isHead: true };
  return names && { names, isHead: false };
}

function ownOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
