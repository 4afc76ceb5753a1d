/**
 * What a filter computes and compares (gencode.c of libpcap 1.10, `gen_load`, `gen_arth`,
 * `gen_relation`). A packet without the header that is loaded from does not fit.
 */
import { unreachable } from '../../../base/invariant';
import { notModelled } from '../../command';
import type { Arithmetic, ArithmeticOperator, Relation } from './expression';
import { filterError } from './filter-error';
import type { FilterPacket } from './filter-packet';
import {
  type FilterContext,
  isFirstPiece,
  isProtocol,
  networkType,
  transportAt,
} from './filter-program';
import { ALWAYS, both, holds, NEVER, type Test } from './filter-test';

/** One number that a program computes, of 32 bits without a sign. */
type Value = (packet: FilterPacket) => number;

/** A number, and what must hold for there to be one. */
interface Computed {
  readonly value: Value;
  readonly needs: readonly Test[];
}

const SIZES = [1, 2, 4];
const WORD_BITS = 31;
/** Whose headers stand behind an IPv4 header. */
const OVER_IP = ['sctp', 'tcp', 'udp', 'icmp', 'igmp', 'igrp', 'pim', 'vrrp', 'carp'];

export function compileRelation(
  context: FilterContext,
  relation: Relation,
  left: Arithmetic,
  right: Arithmetic,
): Test {
  const one = compute(context, left);
  const other = compute(context, right);
  const compare = comparison(relation);
  if (left.kind === 'constant' && right.kind === 'constant') {
    return compare(left.value, right.value) ? ALWAYS : NEVER;
  }
  const words = JSON.stringify([relation, left, right]);
  const question = holds(words, (packet) => {
    const first = one.value(packet);
    return compare(first, other.value(packet));
  });
  return [...one.needs, ...other.needs].reduceRight((rest, need) => both(need, rest), question);
}

function comparison(relation: Relation): (one: number, other: number) => boolean {
  switch (relation) {
    case '=':
      return (one, other) => one === other;
    case '!=':
      return (one, other) => one !== other;
    case '>':
      return (one, other) => one > other;
    case '>=':
      return (one, other) => one >= other;
    case '<':
      return (one, other) => one < other;
    case '<=':
      return (one, other) => one <= other;
    default:
      return unreachable(relation);
  }
}

function compute(context: FilterContext, arithmetic: Arithmetic): Computed {
  switch (arithmetic.kind) {
    case 'constant':
      return { value: () => arithmetic.value, needs: [] };
    case 'length':
      return { value: (packet) => packet.wireLength, needs: [] };
    case 'negative': {
      const { value, needs } = compute(context, arithmetic.of);
      return { value: (packet) => -value(packet) >>> 0, needs };
    }
    case 'load':
      return load(context, arithmetic.protocol, arithmetic.offset, arithmetic.size);
    case 'binary':
      return binary(context, arithmetic.operator, arithmetic.left, arithmetic.right);
    default:
      return unreachable(arithmetic);
  }
}

function load(
  { link, names, isLive }: FilterContext,
  protocol: string,
  offset: Arithmetic,
  size: number,
): Computed {
  const place = compute({ link, names, isLive }, offset);
  if (!SIZES.includes(size)) throw filterError('data size must be 1, 2, or 4');
  const from = (start: (packet: FilterPacket) => number): Value => {
    return (packet) => packet.load(start(packet) + place.value(packet), size);
  };
  if (protocol === 'link') return { value: from(() => 0), needs: place.needs };
  const own = isProtocol(link, protocol);
  if (own === undefined) throw notModelled(`the filter primitive ${protocol}`);
  if (networkType(protocol) !== undefined) {
    return { value: from(() => link.payloadAt), needs: [...place.needs, own] };
  }
  if (!OVER_IP.includes(protocol)) throw filterError('unsupported index operation');
  const isIp = isProtocol(link, 'ip');
  const needs = [...(isIp === undefined ? [] : [isIp]), ...place.needs, own, isFirstPiece(link)];
  return { value: from((packet) => transportAt(packet, link)), needs };
}

function binary(
  context: FilterContext,
  operator: ArithmeticOperator,
  left: Arithmetic,
  right: Arithmetic,
): Computed {
  const one = compute(context, left);
  const other = compute(context, right);
  refuseConstant(operator, right);
  const needs = [...one.needs, ...other.needs];
  const apply = operation(operator);
  const divides = operator === '/' || operator === '%';
  return {
    value: (packet) => {
      const first = one.value(packet);
      const second = other.value(packet);
      return divides && second === 0 ? packet.refuse() : apply(first, second);
    },
    needs,
  };
}

function refuseConstant(operator: ArithmeticOperator, right: Arithmetic): void {
  if (right.kind !== 'constant') return;
  if (operator === '/' && right.value === 0) throw filterError('division by zero');
  if (operator === '%' && right.value === 0) throw filterError('modulus by zero');
  const shifts = operator === '<<' || operator === '>>';
  if (shifts && right.value > WORD_BITS) throw filterError('shift by more than 31 bits');
}

/** On 32 bits without a sign; what is shifted by more is zero. */
function operation(operator: ArithmeticOperator): (one: number, other: number) => number {
  switch (operator) {
    case '+':
      return (one, other) => (one + other) >>> 0;
    case '-':
      return (one, other) => (one - other) >>> 0;
    case '*':
      return (one, other) => Math.imul(one, other) >>> 0;
    case '/':
      return (one, other) => Math.floor(one / other);
    case '%':
      return (one, other) => one % other;
    case '&':
      return (one, other) => (one & other) >>> 0;
    case '|':
      return (one, other) => (one | other) >>> 0;
    case '^':
      return (one, other) => (one ^ other) >>> 0;
    case '<<':
      return (one, other) => (other > WORD_BITS ? 0 : (one << other) >>> 0);
    case '>>':
      return (one, other) => (other > WORD_BITS ? 0 : one >>> other);
    default:
      return unreachable(operator);
  }
}
