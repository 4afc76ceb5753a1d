/**
 * What a protocol's dissector works with: the bytes that are its own, the place in the tree where
 * its nodes go, and the line of the packet list that it may write.
 */
import type { FrameSummary } from './field-tree';
import { type GrowingNode, growingNode } from './growing-node';
import { colonHex, plainHex } from './notation';

/** The bytes end before the field does. Never leaves this room. */
export class CutShort extends Error {
  /** Words for `[Malformed Packet: TCP: …]`, if there are more. */
  readonly why: string;

  /** The rest may be in another fragment. */
  readonly isPiece: boolean;

  constructor(why: string, isPiece: boolean) {
    super();
    this.why = why;
    this.isPiece = isPiece;
  }
}

/** Nobody tunnels through so many tunnels; each costs room on the stack. */
const DEPTH_MAX = 500;

const OVERHANGS = ': length of contained item exceeds length of containing item';

export type Columns = { -readonly [Column in keyof FrameSummary]: FrameSummary[Column] };

export type Dissector = (reader: Reader) => void;
/** Ports do not tell which side is the server: of the two, the destination's says what it is to be. */
export type PortDissector = (reader: Reader, destination: number) => void;

/** The dissectors by the numbers that headers name them with. */
export interface Protocols {
  readonly linkTypes: Readonly<Record<number, Dissector>>;
  readonly etherTypes: Readonly<Record<number, Dissector>>;
  readonly ipProtocols: Readonly<Record<number, Dissector>>;
  readonly tcpPorts: Readonly<Record<number, PortDissector>>;
  readonly udpPorts: Readonly<Record<number, PortDissector>>;
}

/** What is known of a frame beyond a reader's own bytes. */
export interface FrameFacts {
  readonly view: DataView;
  readonly columns: Columns;
  /** The nodes of the outermost level. */
  readonly fields: GrowingNode[];
  readonly protocols: Protocols;
  /** When the frame was captured, in microseconds since 1970, where known. */
  readonly atUs: number | undefined;
  /** The short name of the protocol that is being read: it is to blame if the bytes end. */
  current: string;
}

/** What an outer protocol tells the inner one. */
export interface Surroundings {
  /** Inside of an ICMP error: Wireshark trusts no length there, and its list tells of the error. */
  readonly isQuoted: boolean;
  /** The first piece of a fragmented packet: its end is not the packet's. */
  readonly isPiece: boolean;
  /** Of the IP packet around. */
  readonly ttl: number;
}

export class Reader {
  readonly facts: FrameFacts;
  readonly start: number;
  readonly end: number;
  readonly siblings: GrowingNode[];
  readonly around: Surroundings;
  /** How many readers it is in. */
  readonly #depth: number;
  /** Where it should end; what is around may be shorter. */
  readonly declaredEnd: number;

  constructor(
    facts: FrameFacts,
    start: number,
    end: number,
    siblings: GrowingNode[],
    around: Surroundings,
    declaredEnd = end,
    depth = 0,
  ) {
    if (depth > DEPTH_MAX) throw new CutShort('', false);
    this.facts = facts;
    this.start = start;
    this.end = end;
    this.siblings = siblings;
    this.around = around;
    this.declaredEnd = declaredEnd;
    this.#depth = depth;
  }

  /** For an inner protocol; its nodes follow this one's unless told otherwise. */
  inner(start: number, end: number, around = this.around, siblings = this.siblings): Reader {
    return new Reader(
      this.facts,
      start,
      Math.min(end, this.end),
      siblings,
      around,
      end,
      this.#depth + 1,
    );
  }

  /** Whose fault it is from here on if the bytes end. */
  blame(shortName: string): void {
    this.facts.current = shortName;
  }

  /** Enters a protocol. */
  begin(shortName: string, columnName = shortName): void {
    this.blame(shortName);
    this.tell({ protocol: columnName, info: '' });
  }

  /** Writes into the packet list's line. */
  tell(columns: Partial<FrameSummary>): void {
    if (!this.around.isQuoted) Object.assign(this.facts.columns, columns);
  }

  append(info: string): void {
    this.tell({ info: this.facts.columns.info + info });
  }

  protocol(name: string, label: string, length = this.end - this.start): GrowingNode {
    const node = growingNode(name, label, '', this.start, length);
    this.siblings.push(node);
    return node;
  }

  field(
    parent: GrowingNode,
    name: string,
    label: string,
    value: string | number,
    at: number,
    size: number,
  ): GrowingNode {
    this.#need(at, size);
    const node = growingNode(name, label, String(value), at, size);
    parent.children.push(node);
    return node;
  }

  /** A number as it stands there, `Source Port: 41000`. */
  number(
    parent: GrowingNode,
    name: string,
    title: string,
    at: number,
    size: 1 | 2 | 3 | 4,
  ): number {
    const value = this.unsigned(at, size);
    this.field(parent, name, `${title}: ${value}`, value, at, size);
    return value;
  }

  addressField(parent: GrowingNode, name: string, title: string, at: number): string {
    const address = this.address(at);
    this.field(parent, name, `${title}: ${address}`, address, at, 4);
    return address;
  }

  bytesField(parent: GrowingNode, name: string, title: string, at: number, size: number): void {
    const octets = this.octets(at, size);
    const label = `${title}: ${plainHex(octets)}`;
    this.field(parent, name, label, colonHex(octets), at, size);
  }

  has(at: number, size: number): boolean {
    return at + size <= this.end;
  }

  u8(at: number): number {
    return this.unsigned(at, 1);
  }

  u16(at: number): number {
    return this.unsigned(at, 2);
  }

  u32(at: number): number {
    return this.unsigned(at, 4);
  }

  unsigned(at: number, size: number): number {
    this.#need(at, size);
    let value = 0;
    for (let place = at; place < at + size; place += 1) {
      value = value * 256 + this.facts.view.getUint8(place);
    }
    return value;
  }

  octets(at: number, size: number): Uint8Array {
    this.#need(at, size);
    return new Uint8Array(this.facts.view.buffer, this.facts.view.byteOffset + at, size);
  }

  address(at: number): string {
    return this.octets(at, 4).join('.');
  }

  mac(at: number): string {
    return colonHex(this.octets(at, 6));
  }

  #need(at: number, size: number): void {
    if (at + size <= this.end) return;
    throw new CutShort(this.declaredEnd > this.end ? OVERHANGS : '', this.around.isPiece);
  }
}

export const OUTERMOST: Surroundings = { isQuoted: false, isPiece: false, ttl: 0 };

/** For data that stand at the tree's outermost level, even where their header is quoted. */
export function outermost(reader: Reader, start: number, end: number): Reader {
  return reader.inner(start, end, reader.around, reader.facts.fields);
}
