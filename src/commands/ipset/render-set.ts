/**
 * An IP set as `ipset list` and `ipset save` print it (ipset 7; the figures are those of Linux 5.11
 * and later on x86-64). `initval` is chance in life, and the name's here where nobody has set it.
 */
import type { IpSet } from '../../netfilter/ipset/ip-set';
import { hashOf, shapeOf } from '../../netfilter/ipset/memory-size';

/** What a set is listed as: itself, its name and how many rules ask for it. */
export interface ListedSet {
  readonly name: string;
  readonly set: IpSet;
  readonly references: number;
  /** None where only the head is asked for. */
  readonly members: readonly string[] | undefined;
}

/** The newest of each type that Linux 5.15 knows. */
const REVISIONS = {
  'hash:net': 7,
  'hash:ip': 6,
  'hash:ip,port': 7,
} as const satisfies Record<IpSet['type'], number>;

export function plainSet({ name, set, references, members }: ListedSet): string {
  return [
    `Name: ${name}`,
    `Type: ${set.type}`,
    `Revision: ${REVISIONS[set.type]}`,
    `Header: ${settingsOf(name, set)}`,
    `Size in memory: ${shapeOf(set).bytes}`,
    `References: ${references}`,
    `Number of entries: ${set.size}`,
    ...(members === undefined ? [] : ['Members:', ...members]),
    '',
  ].join('\n');
}

/** As `ipset restore` reads it. */
export function savedSet({ name, set, members = [] }: ListedSet): string {
  const lines = [
    `create ${name} ${set.type} ${settingsOf(name, set)}`,
    ...members.map((member) => `add ${name} ${member}`),
  ];
  return `${lines.join('\n')}\n`;
}

export function xmlSet({ name, set, references, members }: ListedSet): string {
  const words = settingsOf(name, set).split(' ');
  const header = words
    .map((word, at) => (at % 2 === 0 ? `<${word}>` : `${word}</${words[at - 1]}>`))
    .join('');
  return [
    `<ipset name="${name}">`,
    `<type>${set.type}</type>`,
    `<revision>${REVISIONS[set.type]}</revision>`,
    `<header>${header}`,
    `<memsize>${shapeOf(set).bytes}</memsize>`,
    `<references>${references}</references>`,
    `<numentries>${set.size}</numentries>`,
    '</header>',
    ...(members === undefined
      ? []
      : [
          '<members>',
          ...members.map((member) => `<member><elem>${member}</elem></member>`),
          '</members>',
        ]),
    '</ipset>',
    '',
  ].join('\n');
}

function settingsOf(name: string, set: IpSet): string {
  const { maxMembers, bucketSize, initval = hashOf(name) } = set.settings;
  return [
    `family inet hashsize ${shapeOf(set).hashSize} maxelem ${maxMembers}`,
    `bucketsize ${bucketSize} initval 0x${initval.toString(16).padStart(8, '0')}`,
  ].join(' ');
}
