/**
 * What tshark says of frames, as trees like ours: its XML (`-T pdml`) without the fields that are
 * no part of a frame by itself.
 */
import type { FieldNode } from './field-tree';

/** What a frame's own bytes do not tell, by name; each with the reason why it is left out. */
const LEFT_OUT: readonly (readonly [name: RegExp, reason: string])[] = [
  [/^(geninfo|frame)$/, 'about the capture, not of the frame'],
  [/^_ws\.expert/, 'an opinion about a field, hung below it'],
  [/^(tcp|udp)\.stream$|^tcp\.completeness$/, 'counts conversations of the whole capture'],
  [/^(tcp|udp)\.time_/, 'counts from other frames'],
  [/^tcp\.window_size(_scalefactor)?$/, "the scale stands in the conversation's first frames"],
  [/^icmp\.(resp|no_resp)/, 'needs the frame of the other direction'],
];
const TIMES = 'Timestamps';

interface Growing extends FieldNode {
  readonly children: Growing[];
}

const TAG = /<(\/?)(packet|proto|field)\b([^>]*?)(\/?)>/g;
const ATTRIBUTE = /([a-z]+)="([^"]*)"/g;

/** The trees of all frames of such a text. */
export function judgedFields(pdml: string): FieldNode[][] {
  const packets: Growing[][] = [];
  let path: Growing[][] = [];
  for (const [, closes, tag, attributes = '', isEmpty] of pdml.matchAll(TAG)) {
    if (closes !== '') {
      path = path.slice(0, -1);
      continue;
    }
    const children: Growing[] = [];
    if (tag === 'packet') packets.push(children);
    else path.at(-1)?.push(...nodesOf(attributes, children));
    if (isEmpty === '') path = [...path, children];
  }
  return packets.map((nodes) => nodes.flatMap(unwrapped));
}

function nodesOf(attributes: string, children: Growing[]): Growing[] {
  const found = new Map(
    Array.from(attributes.matchAll(ATTRIBUTE), ([, key = '', text = '']) => [key, plain(text)]),
  );
  if (found.get('hide') === 'yes') return [];
  const name = found.get('name') ?? '';
  const value = found.get('show') ?? '';
  // A mere line of text has its words where a field has its value.
  const label = found.get('showname') ?? (name === '' ? value : '');
  if (LEFT_OUT.some(([left]) => left.test(name)) || (name === '' && label === TIMES)) return [];
  return [
    {
      name,
      label,
      value: name === '' ? '' : value,
      offset: Number(found.get('pos') ?? 0),
      length: Number(found.get('size') ?? 0),
      children,
    },
  ];
}

/** Data that no protocol reads have a wrapper, and neither words nor place of their own. */
function unwrapped(node: Growing): FieldNode[] {
  const children = node.children.flatMap(unwrapped);
  if (node.name === 'fake-field-wrapper') return children;
  const [data] = children;
  if (node.name !== 'data' || data === undefined) return [{ ...node, children }];
  const label = `Data (${data.length} byte${data.length === 1 ? '' : 's'})`;
  return [{ ...node, label, offset: data.offset, length: data.length, children }];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
};

function plain(text: string): string {
  return text.replace(/&(#x27|\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
}
