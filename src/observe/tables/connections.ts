/** The nodes' connection tables as `/proc/net/nf_conntrack` has them. */
import { formatIpv4 } from '../../addr/ipv4';
import type { Connection } from '../../netfilter/conntrack/connection';
import { trackedProtocol } from '../../netfilter/conntrack/protocols/index';
import type { Tuple } from '../../netfilter/conntrack/tuple';
import { PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../wire/ipv4';
import { TOKEN } from '../canonical';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json';
import type { Tokens } from '../tokens';
import type { World } from '../world';
import { compare } from './neighbours';
import { sortedText } from './sorted-text';

/** A row as it was when the table was read. */
export interface ConnectionRow {
  readonly protocol: number;
  readonly original: Tuple;
  readonly reply: Tuple;
  readonly flags: readonly string[];
  readonly tcpState: string | undefined;
}

/** All rows of every node. Names are given to their numbers later, when all frames have theirs. */
export type ConnectionSnapshot = ReadonlyMap<string, readonly ConnectionRow[]>;

export function connectionSnapshot(world: World): ConnectionSnapshot {
  const nodes = [...world.scenario.nodes.keys()];
  return new Map(
    nodes.map((node) => [node, world.netns(node).netfilter.connections.list().map(rowOf)]),
  );
}

function rowOf(connection: Connection): ConnectionRow {
  const { original, reply } = connection;
  const flags = [
    ...(connection.hasSeenReply ? [] : ['UNREPLIED']),
    ...(connection.isAssured ? ['ASSURED'] : []),
  ];
  return { protocol: original.protocol, original, reply, flags, tcpState: connection.tcp?.state };
}

export function connectionsJson(snapshot: ConnectionSnapshot, tokens: Tokens): JsonObject {
  const tables = [...snapshot].filter(([, rows]) => rows.length > 0);
  return Object.fromEntries(
    tables.map(([node, rows]) => [node, inOrder(rows.map((row) => rowJson(row, tokens)))]),
  );
}

function rowJson(row: ConnectionRow, tokens: Tokens): JsonObject {
  const { protocol, flags, tcpState } = row;
  return {
    proto: trackedProtocol(protocol).name,
    ...(tcpState !== undefined && { state: tcpState }),
    ...(flags.length > 0 && { flags }),
    orig: tupleJson(row.original, tokens),
    reply: tupleJson(row.reply, tokens),
  };
}

function tupleJson(tuple: Tuple, tokens: Tokens): JsonObject {
  const { protocol, sourceKey, destinationKey } = tuple;
  const ends = { src: formatIpv4(tuple.source), dst: formatIpv4(tuple.destination) };
  if (protocol === PROTOCOL_ICMP) {
    const id = tokens.icmpId(sourceKey);
    return { ...ends, type: destinationKey >>> 8, code: destinationKey & 255, id };
  }
  if (protocol !== PROTOCOL_TCP && protocol !== PROTOCOL_UDP) return ends;
  const sport = tokens.port(sourceKey);
  return { ...ends, sport, dport: tokens.port(destinationKey) };
}

/** By what is the same in every run, then by the numbers of the tokens. */
function inOrder(rows: readonly JsonObject[]): JsonObject[] {
  return rows
    .map((row) => {
      const numbers: number[] = [];
      return { row, text: sortedText(masked(row, numbers)), numbers };
    })
    .sort((one, other) => compare(one.text, other.text) || byNumbers(one.numbers, other.numbers))
    .map(({ row }) => row);
}

/** The value with `*` for its tokens, whose numbers go to `numbers` in the order of the keys. */
function masked(value: Json, numbers: number[]): Json {
  if (isJsonArray(value)) return value.map((item) => masked(item, numbers));
  if (isJsonObject(value)) {
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, masked(value[key] ?? null, numbers)]));
  }
  const number = typeof value === 'string' ? TOKEN.exec(value)?.[2] : undefined;
  if (number === undefined) return value;
  numbers.push(Number(number));
  return '*';
}

function byNumbers(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
