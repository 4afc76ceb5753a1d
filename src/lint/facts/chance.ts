/**
 * What in a sentence is by chance: the dice of a run draw MACs, the ports that clients send from, identifiers
 * of ICMP and the time that answers take.
 */

import { CALI_MAC } from '../../../steps/support/mac-names';
import { BROADCAST_MAC, formatMac, ZERO_MAC } from '../../addr/mac';
import type { PlacedText } from '../../spec/placed-text';
import type { Scope } from '../../spec/scope';
import { type Step, sentenceOf } from '../../spec/spec';

/** Some letters of a text that chance gave. */
export interface ByChance {
  readonly what: string;
  readonly text: PlacedText;
  readonly start: number;
  readonly end: number;
  /** What can stand in their place, where the sentence has a word for it. */
  readonly instead: string | undefined;
}

const MAC = /\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/g;

/** Calico's one for every cali interface among them. */
const FIXED: ReadonlySet<string> = new Set([
  formatMac(BROADCAST_MAC),
  formatMac(ZERO_MAC),
  CALI_MAC,
]);

/** Sentences whose tables call a MAC by its owner. */
const NAMES_MACS = new Set(['frames', 'frames.arp', 'neighbours.are', 'neighbours.include']);

/** @param scopeOf is only asked where there is a MAC */
export function macsIn(step: Step, scopeOf: () => Scope): readonly ByChance[] {
  const cells = (step.table ?? []).flat();
  const hasNames = NAMES_MACS.has(sentenceOf(step)?.entry.id ?? '');
  return [step.text, ...cells, ...quoted(step)].flatMap((text) =>
    found(text, MAC)
      .filter(({ word }) => !FIXED.has(word) && !scopeOf().isFixedMac(word))
      .map(({ word, start, end }) => {
        const name = scopeOf().nameOfMac(word);
        const instead = hasNames && cells.includes(text) && name !== word ? name : undefined;
        return { what: `the MAC ${word}`, text, start, end, instead };
      }),
  );
}

/** Cells that show a port from which a client sends, in tables of headers and of connections. */
export function portsIn(step: Step): readonly ByChance[] {
  const fit = sentenceOf(step);
  const cells = (step.table ?? []).filter(() => fit !== undefined);
  switch (fit?.entry.id) {
    case 'header': {
      const [, layer, leg] = fit.written.map(({ value }) => value());
      const column = layer === 'outer' || leg === 'request' ? 'source port' : 'destination port';
      return cells.flatMap(([name, cell]) => (name?.text === column ? portIn(cell) : []));
    }
    case 'connections.include': {
      const [head = [], ...rows] = cells;
      return rows.flatMap((row) =>
        row.flatMap((cell, at) => (CLIENTS.has(head[at]?.text ?? '') ? portIn(cell) : [])),
      );
    }
    default:
      return [];
  }
}

const CLIENTS = new Set(['source port', 'reply destination port']);

const PORT = 'the port';

function portIn(cell: PlacedText | undefined): readonly ByChance[] {
  if (cell === undefined || !/^\d+$/.test(cell.text)) return [];
  const what = `${PORT} ${cell.text}`;
  return [{ what, text: cell, start: 0, end: cell.text.length, instead: '(any)' }];
}

/** What programs print of it: the group is what chance gave. */
const PRINTED: readonly (readonly [string, RegExp])[] = [
  ['the time', /\btime=(\d+(?:\.\d+)?) ms/g],
  ['the times', /\bmdev = ([\d./]+) ms/g],
  ['the identifier', /\bICMP echo (?:request|reply), id (\d+),/g],
  ['the identifier', /\btype=\d+ code=\d+ id=(\d+)/g],
  [PORT, /\bIP (?:\d+\.){4}(\d{5}) >/g],
  [PORT, /> (?:\d+\.){4}(\d{5}):/g],
  [PORT, /\b[sd]port=(\d{5})\b/g],
];

/** Linux draws the port of a client from 32768 on (net.ipv4.ip_local_port_range). */
const DRAWN_PORT_MIN = 32_768;

/** Sentences in whose texts … stands for what varies. */
const HAS_DOTS = new Set(['terminal.prints-lines', 'terminal.fails']);

export function printedIn(step: Step): readonly ByChance[] {
  const instead = HAS_DOTS.has(sentenceOf(step)?.entry.id ?? '') ? '…' : undefined;
  return [step.text, ...quoted(step)].flatMap((text) =>
    PRINTED.flatMap(([what, pattern]) =>
      found(text, pattern)
        .filter(({ word }) => what !== PORT || Number(word) >= DRAWN_PORT_MIN)
        .map(({ word, start, end }) => ({ what: `${what} ${word}`, text, start, end, instead })),
    ),
  );
}

function quoted({ docString }: Step): readonly PlacedText[] {
  return docString === undefined ? [] : [docString];
}

/** The last group of each match, or all of it where there is none. */
function found(text: PlacedText, pattern: RegExp) {
  return [...text.text.matchAll(pattern)].map((match) => {
    const word = match.at(-1) ?? match[0];
    const start = match.index + match[0].lastIndexOf(word);
    return { word, start, end: start + word.length };
  });
}
