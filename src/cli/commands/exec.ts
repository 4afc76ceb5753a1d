/**
 * `calicumber exec`: one command line on a host of a lab, as if somebody had logged in there. What it
 * prints and its exit status are the command's own.
 */
import { join } from 'node:path';
import type { Command } from 'commander';
import { didYouMeanOneOf } from '../../base/nearest-name';
import { type Driver, RefusedError } from '../../driver/driver';
import { newSimDriver } from '../../driver/sim/sim';
import type { HostName } from '../../driver/stimulus';
import { nothingEstablished, wrongUse } from '../exit-code';
import { readInput } from '../read-input';
import { quoteWords } from '../shell-words';

interface ExecOptions {
  readonly lab?: string;
  readonly apply: readonly string[];
  readonly node?: string;
  readonly pod?: string;
}

const DEFAULT_LAB = join(__dirname, '..', '..', '..', 'features', 'labs', 'kans.yaml');
const SEED = 1;

export function define(command: Command): void {
  command
    .description(
      'Builds a lab, runs one command line in it, and exits with that command’s status:\n' +
        '  calicumber exec --node k8s-w1 -- ip route\n' +
        '  calicumber exec --apply features/manifests/one-pod.yaml --pod pod1 -- ping -c 1 8.8.8.8',
    )
    .usage('[options] (--node <name> | --pod <name>) -- <command...>')
    .argument('<command...>', 'the command and its words')
    .option('--lab <file>', 'the lab (default: features/labs/kans.yaml of this project)')
    .option('--apply <file>', 'manifests to apply; may be repeated', append, [])
    .option('--node <name>', 'a node, or a host outside the cluster')
    .option('--pod <name>', 'a pod: pod1, or namespace/pod1')
    .action(async (words: readonly string[], options: ExecOptions) => {
      process.exitCode = await exec(words, options);
    });
}

function append(file: string, before: readonly string[]): readonly string[] {
  return [...before, file];
}

/** @returns the exit status of the command */
async function exec(words: readonly string[], options: ExecOptions): Promise<number> {
  if ((options.node === undefined) === (options.pod === undefined)) {
    throw wrongUse('say where the command runs: --node NODE or --pod POD');
  }
  const driver = newSimDriver({ seed: SEED, wire: false });
  await apply(driver, options.lab ?? DEFAULT_LAB, options.lab ?? 'features/labs/kans.yaml');
  for (const file of options.apply) await apply(driver, file, file);
  const host = await hostOf(driver, options);
  const { stdout, stderr, exit } = await driver.exec(host, quoteWords(words));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exit;
}

/** @throws CliError where the cluster refuses it */
async function apply(driver: Driver, file: string, source: string): Promise<void> {
  try {
    await driver.apply(readInput(file), source);
  } catch (error) {
    if (error instanceof RefusedError) throw nothingEstablished(error.message);
    throw error;
  }
}

/** @throws CliError where there is no such host */
async function hostOf(driver: Driver, { node, pod }: ExecOptions): Promise<HostName> {
  const { nodes, routers, outside, workloads } = await driver.inventory();
  if (pod !== undefined) {
    const name = pod.includes('/') ? pod : `default/${pod}`;
    return known(
      'pod',
      name,
      pod,
      workloads.map((workload) => workload.pod),
    );
  }
  const hosts = [...nodes, ...outside, ...routers].map(({ name }) => name);
  return known('node', node ?? '', node ?? '', hosts);
}

function known(kind: string, name: string, given: string, names: readonly string[]): HostName {
  if (names.includes(name)) return name;
  throw wrongUse(`there is no ${kind} ${given}${didYouMeanOneOf(name, names)}`);
}
