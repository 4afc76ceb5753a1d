/** Lines that somebody types who then has nothing more to say: what is no command by then is an error. */
import type { Answer, Terminal } from './terminal';

const EXIT_SYNTAX = 2;

export async function typeAll(terminal: Terminal, lines: string): Promise<Answer> {
  const answer = await terminal.type(lines);
  if (terminal.isComplete) return answer;
  terminal.interrupt();
  const stderr = `${answer.stderr}bash: syntax error: unexpected end of file\n`;
  return { stdout: answer.stdout, stderr, exit: EXIT_SYNTAX };
}
