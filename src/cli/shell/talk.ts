/**
 * The keyboard and the screen of a terminal in a lab: Node's line editor in front of a `Terminal`.
 */
import { createInterface, type Interface } from 'node:readline';
import type { Terminal } from '../../shell/terminal';
import { completionsOf, type Vocabulary } from './completion';

export interface Talk {
  readonly terminal: Terminal;
  /** Asked anew for each word, since a line may have made pods. */
  readonly vocabulary: () => Promise<Vocabulary>;
  /** Lines of earlier talks, the newest first. */
  readonly history: readonly string[];
}

/**
 * Reads lines from the keyboard until somebody leaves.
 * @returns the exit status of the last command, and the lines that were typed, the newest first
 */
export async function talk({ terminal, vocabulary, history }: Talk): Promise<{
  readonly exit: number;
  readonly history: readonly string[];
}> {
  const editor = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: true,
    history: [...history],
    historySize: 1000,
    removeHistoryDuplicates: true,
    completer: (line: string, callback: Completed) => {
      vocabulary().then(
        (words) => callback(null, completionsOf(line, words) as [string[], string]),
        (error: Error) => callback(error, [[], line]),
      );
    },
  });
  let lines = history;
  editor.on('history', (typed: readonly string[]) => {
    lines = [...typed];
  });
  const exit = await answerLines(editor, terminal);
  editor.close();
  return { exit, history: lines };
}

type Completed = (error: Error | null, result: [string[], string]) => void;

async function answerLines(editor: Interface, terminal: Terminal): Promise<number> {
  let exit = 0;
  // Ctrl-C forgets the line, as bash does.
  editor.on('SIGINT', () => {
    process.stdout.write('^C\n');
    terminal.interrupt();
    editor.write(null, { ctrl: true, name: 'e' });
    editor.write(null, { ctrl: true, name: 'u' });
    ask(editor, terminal);
  });
  ask(editor, terminal);
  for await (const line of editor) {
    const answer = await terminal.type(line);
    process.stdout.write(answer.stdout);
    process.stderr.write(answer.stderr);
    exit = answer.exit;
    if (terminal.isClosed) return exit;
    ask(editor, terminal);
  }
  // Ctrl-D: bash writes the word that leaves.
  process.stdout.write('exit\n');
  return exit;
}

function ask(editor: Interface, terminal: Terminal): void {
  editor.setPrompt(terminal.prompt);
  editor.prompt();
}
