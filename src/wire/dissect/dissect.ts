/**
 * A frame's bytes taken apart, protocol by protocol, outer before inner. It never throws: bytes may
 * be hostile, and captures may cut frames short.
 */
import { viewOf } from '../codec';
import { dissectData } from './data';
import type { FieldNode, FrameSummary } from './field-tree';
import type { GrowingNode } from './growing-node';
import { shieldFrom } from './malformed';
import { PROTOCOLS } from './protocols';
import { type Columns, OUTERMOST, Reader } from './reader';

/**
 * The protocols of a frame in order, inner after outer.
 * @param linkType as in https://www.tcpdump.org/linktypes.html
 * @param atUs when it was captured, in microseconds since 1970: the data of a ping begin with a time
 *   only if it is near
 */
export function dissect(bytes: Uint8Array, linkType: number, atUs?: number): readonly FieldNode[] {
  return read(bytes, linkType, atUs).fields;
}

/** A frame in one line, as in Wireshark's packet list. */
export function summarise(bytes: Uint8Array, linkType: number): FrameSummary {
  return read(bytes, linkType, undefined).summary;
}

function read(bytes: Uint8Array, linkType: number, atUs: number | undefined) {
  const fields: GrowingNode[] = [];
  const columns: Columns = { protocol: '', source: '', destination: '', info: '' };
  const facts = { view: viewOf(bytes), columns, fields, protocols: PROTOCOLS, atUs, current: '' };
  const whole = new Reader(facts, 0, bytes.length, fields, OUTERMOST);
  shieldFrom(whole, PROTOCOLS.linkTypes[linkType] ?? dissectData);
  return { fields, summary: columns };
}
