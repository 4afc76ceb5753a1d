/**
 * Every sub-command. A new one is a file beside this and an entry here. A command's file is loaded
 * only when the command is called: most of a short command's time is loading.
 */
import type { Command } from 'commander';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command's file, which gives the command its arguments and its action. */
  readonly load: () => { readonly define: (command: Command) => void };
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'make a project that works',
    load: () => require('./init') as typeof import('./init'),
  },
  {
    name: 'run',
    summary: 'run features and write reports/',
    load: () => require('./run') as typeof import('./run'),
  },
  {
    name: 'report',
    summary: 'make the report of messages, of what changed, or of the features themselves',
    load: () => require('./report') as typeof import('./report'),
  },
  {
    name: 'compare',
    summary: 'run features on two drivers and say where they differ',
    load: () => require('./compare') as typeof import('./compare'),
  },
  {
    name: 'grade',
    summary: 'grade submissions of a class',
    load: () => require('./grade') as typeof import('./grade'),
  },
  {
    name: 'observe',
    summary: 'print what a scenario in JSON comes to on the simulated kernel',
    load: () => require('./observe') as typeof import('./observe'),
  },
  {
    name: 'record',
    summary: "print what a scenario in JSON comes to on this machine's own kernel",
    load: () => require('./record') as typeof import('./record'),
  },
  {
    name: 'exec',
    summary: 'run one command line on a node or in a pod',
    load: () => require('./exec') as typeof import('./exec'),
  },
  {
    name: 'shell',
    summary: 'log in on a node of a lab and type',
    load: () => require('./shell') as typeof import('./shell'),
  },
  {
    name: 'steps',
    summary: 'list or search the sentences that features are written with',
    load: () => require('./steps') as typeof import('./steps'),
  },
  {
    name: 'lint',
    summary: 'look for what is wrong with features, without running them',
    load: () => require('./lint') as typeof import('./lint'),
  },
  {
    name: 'fmt',
    summary: 'format features',
    load: () => require('./fmt') as typeof import('./fmt'),
  },
  {
    name: 'lsp',
    summary: 'help editors with features: the language server',
    load: () => require('./lsp') as typeof import('./lsp'),
  },
  {
    name: 'generate',
    summary: 'write a feature that describes what is true now',
    load: () => require('./generate') as typeof import('./generate'),
  },
  {
    name: 'engines',
    summary:
      'list the engines that are wrong on purpose, and those that differ in what chance makes',
    load: () => require('./engines') as typeof import('./engines'),
  },
  {
    name: 'doctor',
    summary: 'say what this machine can do',
    load: () => require('./doctor') as typeof import('./doctor'),
  },
];
