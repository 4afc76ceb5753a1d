/**
 * `calicumber doctor`: what this machine can do, and what each thing that is missing would be needed for.
 */
import type { Command } from 'commander';
import { CHECKS, type Finding } from '../doctor/checks';
import { EXIT, nothingEstablished } from '../exit-code';
import { type Paint, paintFor } from '../paint';

export function define(command: Command): void {
  command
    .description('Says what this machine can do. Only a Node that is too old is a failure.')
    .action(() => {
      const findings = CHECKS.map((check) => ({ name: check.name, ...check.look() }));
      process.stdout.write(`${tableOf(findings, paintFor(process.stdout.isTTY))}\n`);
      if (findings.some(({ state }) => state === 'too old')) {
        throw nothingEstablished('calicumber needs Node 20.19 or newer');
      }
      process.exitCode = EXIT.held;
    });
}

const COLOURS = { ok: 'green', missing: 'yellow', 'too old': 'red' } as const;

function tableOf(findings: readonly (Finding & { readonly name: string })[], paint: Paint): string {
  const nameWidth = Math.max(...findings.map(({ name }) => name.length));
  const stateWidth = Math.max(...findings.map(({ state }) => state.length));
  return findings
    .map(({ name, state, text }) => {
      const painted = paint(COLOURS[state], state.padEnd(stateWidth));
      return `${name.padEnd(nameWidth)}  ${painted}  ${text}`;
    })
    .join('\n');
}
