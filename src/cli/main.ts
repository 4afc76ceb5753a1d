/**
 * From the words after `calicumber` to an exit status: finds the sub-command, lets it do its work, and
 * turns whatever stopped it into one message. No stack trace without --debug.
 */
import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands';
import { CliError, EXIT } from './exit-code';
import { version } from './version';

export async function main(words: readonly string[]): Promise<void> {
  process.stdout.removeListener('error', endWithReader).on('error', endWithReader);
  const program = programFor(words);
  try {
    if (words.length === 0) program.help({ error: true });
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error, program.opts()['debug'] === true);
  }
}

/** Whoever reads, as `head` does, has read enough. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.held);
}

/** The program with the one sub-command that the words name; of the others only the help is there. */
function programFor(words: readonly string[]): Command {
  const program = new Command('calicumber')
    .description('Executable specifications for Kubernetes pod networking')
    .version(version())
    .option('--debug', 'show stack traces')
    .exitOverride()
    .showHelpAfterError('(calicumber --help lists what there is)');
  const [named] = words.filter((word) => !word.startsWith('-') && word !== 'help');
  for (const { name, summary, load } of COMMANDS) {
    const command = program.command(name).summary(summary).copyInheritedSettings(program);
    command.showHelpAfterError(`(calicumber ${name} --help says how)`);
    if (name === named) load().define(command);
  }
  return program;
}

/** Says what went wrong, and gives the exit status for it. */
function report(error: unknown, isDebug: boolean): number {
  // Commander has said everything already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.held : EXIT.usage;
  if (error instanceof CliError) {
    process.stderr.write(`calicumber: ${error.message}\n`);
    if (isDebug) process.stderr.write(`${error.stack}\n`);
    return error.exit;
  }
  process.stderr.write(`calicumber: ${describeBug(error, isDebug)}\n`);
  return EXIT.bug;
}

function describeBug(error: unknown, isDebug: boolean): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const advice = 'This is a bug in calicumber, not in your files. Please report it';
  if (!isDebug) return `${what}\n${advice} with what --debug adds to this message.`;
  return `${what}\n${advice}.\n${error instanceof Error ? error.stack : ''}`;
}
