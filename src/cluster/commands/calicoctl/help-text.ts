/** What calicoctl prints of itself: the ways of use, and with `--help` what each option is for. */
import { HELP, type Usage } from './parse-words';

/**
 * What docopt prints where the words fit no way of use.
 * @param complaint what it has to say of them besides
 */
export function usageText({ lines }: Usage, complaint = ''): string {
  const head = complaint === '' ? [] : [complaint];
  return [...head, 'Usage:', ...lines.map((line) => `  ${line}`)].join('\n');
}

const OPTION_WIDTH = 28;
const COMMAND_WIDTH = 12;

export function helpText(usage: Usage): string {
  const commands = Object.entries(usage.commands ?? {}).map(
    ([name, says]) => `    ${name.padEnd(COMMAND_WIDTH)} ${says}`,
  );
  const options = [HELP, ...usage.options].map(({ long, short, value, says }) => {
    const name = value === undefined ? long : `${long}=<${value}>`;
    return `  ${`${short ?? '  '} ${name}`.padEnd(OPTION_WIDTH)} ${says}`;
  });
  return [
    usageText(usage),
    ...(commands.length === 0 ? [] : ['', ...commands]),
    '',
    'Options:',
    ...options,
    '',
    'Description:',
    ...usage.description.split('\n').map((line) => (line === '' ? '' : `  ${line}`)),
  ].join('\n');
}
