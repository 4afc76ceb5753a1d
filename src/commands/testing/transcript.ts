/**
 * Transcripts: commands, and what the real tools answered on a real Linux. `$ ` begins a command,
 * `! ` a line of standard error; an exit status other than zero stands in brackets at the end.
 */
import type { CommandResult } from '../command';

interface Exchange {
  readonly command: string;
  readonly answer: string;
}

export function parseTranscript(text: string): readonly Exchange[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { command: part.slice(0, end), answer: part.slice(end + 1) };
    });
}

export function renderAnswer({ stdout, stderr, exit }: CommandResult): string {
  const lines = stderr.split('\n').slice(0, -1);
  const complaints = lines.map((line) => `! ${line}\n`).join('');
  return `${stdout}${complaints}${exit === 0 ? '' : `[exit ${exit}]\n`}`;
}

/** What no two runs agree on: times, drawn numbers, the date. */
const CHANCE: readonly (readonly [RegExp, string])[] = [
  [/\d+(\.\d+)? ms/g, 'T ms'],
  [/\d+\.\d+ms/g, 'Tms'],
  [/time=\S+/g, 'time=T'],
  [/, time \d+ms/g, ', time Tms'],
  [/= [\d./]+ ms|= [\d./]+T ms/g, '= T ms'],
  [/\bid=\d+/g, 'id=N'],
  [/^((?:ipv4 +2 )?icmp +1) \d+/gm, '$1 S'],
  [/initval \S+/g, 'initval N'],
  [/ on \w{3} \w{3} .*/g, ' on DATE'],
];

export function withoutChance(text: string): string {
  return CHANCE.reduce((rest, [pattern, stand]) => rest.replace(pattern, stand), text);
}
