/** `--sport` and `--dport` of the tcp and udp matches: a range, and whether it must hold or fail. */
import type { GivenOptions } from '../options';
import { negation } from '../options';
import {
  EVERY_PORT,
  formatPortRange,
  holdsEveryPort,
  namePortRange,
  type PortRange,
  parsePortRange,
} from '../port-range';

export interface PortQuestion {
  readonly range: PortRange;
  readonly inverted: boolean;
}

export interface PortQuestions {
  readonly sourcePort: PortQuestion;
  readonly destinationPort: PortQuestion;
}

export const PORT_OPTIONS = {
  '--sport': 1,
  '--source-port': 1,
  '--dport': 1,
  '--destination-port': 1,
} as const;

export const ANY_PORT: PortQuestion = { range: EVERY_PORT, inverted: false };

export function buildPorts(options: GivenOptions): PortQuestions {
  return {
    sourcePort: buildPort(options, '--sport', '--source-port'),
    destinationPort: buildPort(options, '--dport', '--destination-port'),
  };
}

function buildPort(options: GivenOptions, ...names: readonly string[]): PortQuestion {
  const option = options.find(...names);
  if (option === undefined) return ANY_PORT;
  return { range: parsePortRange(option.values[0] ?? ''), inverted: option.inverted };
}

export function renderPorts({ sourcePort, destinationPort }: PortQuestions): readonly string[] {
  return [...renderPort('--sport', sourcePort), ...renderPort('--dport', destinationPort)];
}

function renderPort(option: string, question: PortQuestion): readonly string[] {
  if (asksNothing(question)) return [];
  return [`${negation(question.inverted)}${option} ${formatPortRange(question.range)}`];
}

export function listPorts(
  { sourcePort, destinationPort }: PortQuestions,
  isNumeric: boolean,
): readonly string[] {
  return [
    ...listPort('spt', sourcePort, isNumeric),
    ...listPort('dpt', destinationPort, isNumeric),
  ];
}

function listPort(name: string, question: PortQuestion, isNumeric: boolean): readonly string[] {
  if (asksNothing(question)) return [];
  const { range, inverted } = question;
  const plural = range.low === range.high ? '' : 's';
  const ports = isNumeric ? formatPortRange(range) : namePortRange(range);
  return [`${name}${plural}:${inverted ? '!' : ''}${ports}`];
}

function asksNothing({ range, inverted }: PortQuestion): boolean {
  return holdsEveryPort(range) && !inverted;
}

export function portHolds({ range, inverted }: PortQuestion, port: number): boolean {
  return (port >= range.low && port <= range.high) !== inverted;
}
