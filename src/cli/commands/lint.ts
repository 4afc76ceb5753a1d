/** `calicumber lint`: what is wrong with features, told without running them. */
import { type Command, Option } from 'commander';
import { FORMATS } from '../../lint/formats/index';
import { lint } from '../lint/lint';

interface GivenOptions {
  readonly fix?: boolean;
  readonly format: string;
  readonly output?: string;
}

export function define(command: Command): void {
  const names = FORMATS.map(({ name }) => name);
  command
    .description(
      'Looks for what would not run or establishes nothing: unknown sentences and names, scenarios\n' +
        'that check nothing, negative assertions without a control, values that chance gave. Exits\n' +
        'with 0 when nothing was found, 1 when something was, 2 when there is no feature.',
    )
    .argument('[features...]', 'files, folders or patterns (default: the folder features)')
    .option('--fix', 'put right what needs no thought, and say what was')
    .addOption(
      new Option('--format <name>', 'text, or for programs github, sarif, json')
        .choices(names)
        .default('text'),
    )
    .option('-o, --output <file>', 'where the findings go (default: standard output)')
    .action((features: readonly string[], { format, ...options }: GivenOptions) => {
      const [known = FORMATS[0]] = FORMATS.filter(({ name }) => name === format);
      if (known !== undefined) process.exitCode = lint(features, { ...options, format: known });
    });
}
