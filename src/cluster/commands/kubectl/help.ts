/** What `--help` prints: short, for the pages are elsewhere. */
import type { Verb } from './verb';
import { verbs } from './verbs/index';

const WIDTH = 16;

export function overview(): string {
  const lines = verbs.map(({ name, short }) => `  ${name.padEnd(WIDTH)}${short}`);
  return [
    'kubectl controls the Kubernetes cluster manager.',
    '',
    ' Find more information at: https://kubernetes.io/docs/reference/kubectl/',
    '',
    'Commands:',
    ...lines,
    '',
    'Usage:',
    '  kubectl [flags] [options]',
    '',
    'Use "kubectl <command> --help" for more information about a given command.',
    '',
  ].join('\n');
}

export function helpOf({ short, usage, flags }: Verb): string {
  const options = flags.map(({ name, letter }) =>
    letter === undefined ? `        --${name}` : `    -${letter}, --${name}`,
  );
  return [
    `${short}.`,
    '',
    ...(options.length === 0 ? [] : ['Options:', ...options, '']),
    'Usage:',
    `  ${usage}`,
    '',
    'Use "kubectl options" for a list of global command-line options (applies to all commands).',
    '',
  ].join('\n');
}
