/**
 * The second byte of an IPv4 header: differentiated services (RFC 2474) and explicit congestion
 * notification (RFC 3168).
 */
import { bitsField } from './bits';
import type { GrowingNode } from './growing-node';
import { hex } from './notation';
import type { Reader } from './reader';

interface Meaning {
  readonly short: string;
  readonly long: string;
}

const UNKNOWN: Meaning = { short: 'Unknown', long: 'Unknown' };

const NOTIFICATIONS: readonly Meaning[] = [
  { short: 'Not-ECT', long: 'Not ECN-Capable Transport' },
  { short: 'ECT(1)', long: "ECN-Capable Transport codepoint '01'" },
  { short: 'ECT(0)', long: "ECN-Capable Transport codepoint '10'" },
  { short: 'CE', long: 'Congestion Experienced' },
];

const SPECIAL: Readonly<Record<number, Meaning>> = {
  0: { short: 'CS0', long: 'Default' },
  1: { short: 'LE', long: 'Lower Effort' },
  44: { short: 'VOICE-ADMIT', long: 'Voice Admit' },
  46: { short: 'EF PHB', long: 'Expedited Forwarding' },
};

/** The classes lie regularly: eight class selectors, and between them four times three kinds of assured forwarding. */
function codepoint(value: number): Meaning {
  const special = SPECIAL[value];
  if (special !== undefined) return special;
  const selector = value >>> 3;
  if (value % 8 === 0) return { short: `CS${selector}`, long: `Class Selector ${selector}` };
  const isAssured = value % 2 === 0 && selector >= 1 && selector <= 4;
  if (!isAssured) return UNKNOWN;
  const kind = `${selector}${(value % 8) / 2}`;
  return { short: `AF${kind}`, long: `Assured Forwarding ${kind}` };
}

export function trafficClass(reader: Reader, parent: GrowingNode, at: number): void {
  const octet = reader.u8(at);
  const service = codepoint(octet >>> 2);
  const congestion = NOTIFICATIONS[octet & 3] ?? UNKNOWN;
  const text = hex(octet, 2);
  const label = `Differentiated Services Field: ${text} (DSCP: ${service.short}, ECN: ${congestion.short})`;
  const node = reader.field(parent, 'ip.dsfield', label, text, at, 1);
  const words = `Differentiated Services Codepoint: ${service.long} (${octet >>> 2})`;
  bitsField(reader, node, 'ip.dsfield.dscp', words, octet >>> 2, { at, size: 1, mask: 0xfc });
  const notice = `Explicit Congestion Notification: ${congestion.long} (${octet & 3})`;
  bitsField(reader, node, 'ip.dsfield.ecn', notice, octet & 3, { at, size: 1, mask: 3 });
}
