/**
 * The calls of `calicumber` that a block of code shows. In a `console` each stands behind a prompt, and below
 * it what it prints; in a `sh` each is a line. A remark behind a call may say how it ends: `# exits with 2`.
 */
import type { CodeBlock } from './code-blocks';

export interface ShownCommand {
  /** After `npx calicumber`, quotes taken off. */
  readonly words: readonly string[];
  /** 0 where no remark says another. */
  readonly exit: number;
  /** What is shown to be printed; empty where nothing is. */
  readonly output: readonly string[];
  /** `sudo` stands before it: it makes namespaces. */
  readonly isWithSudo: boolean;
  /** A remark says so: `# … (root)`. */
  readonly isForRoot: boolean;
}

const PROMPT = '$ ';
const CALL = /^(sudo )?npx calicumber ([^#]*)(#.*)?$/;
const WORD = /"[^"]*"|'[^']*'|\S+/g;

export function shownCommands({ language, text }: CodeBlock): readonly ShownCommand[] {
  const lines = text.split('\n').filter((line) => line !== '');
  if (language === 'sh') return lines.flatMap((line) => commandOf(line, []));
  if (language !== 'console') return [];
  const starts = lines.flatMap((line, at) => (line.startsWith(PROMPT) ? [at] : []));
  return starts.flatMap((start, at) =>
    commandOf((lines[start] ?? '').slice(PROMPT.length), lines.slice(start + 1, starts[at + 1])),
  );
}

/** None where the line calls another program. */
function commandOf(line: string, output: readonly string[]): ShownCommand[] {
  const [whole, sudo, command = '', remark = ''] = CALL.exec(line) ?? [];
  if (whole === undefined) return [];
  const words = command.match(WORD) ?? [];
  const [, exit = '0'] = /exits with (\d+)/.exec(remark) ?? [];
  return [
    {
      words: words.map((word) => word.replace(/^(["'])(.*)\1$/, '$2')),
      exit: Number(exit),
      output,
      isWithSudo: sudo !== undefined,
      isForRoot: remark.includes('(root)'),
    },
  ];
}
