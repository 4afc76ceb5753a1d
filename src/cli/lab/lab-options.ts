/**
 * The options of the commands that build a lab and go to one of its hosts: which lab, which manifests,
 * where to.
 */
import { join } from 'node:path';
import type { Command } from 'commander';
import { didYouMeanOneOf } from '../../base/nearest-name';
import { type Driver, type Inventory, RefusedError } from '../../driver/driver';
import type { HostName } from '../../driver/stimulus';
import { packageRoot } from '../../package/package-root';
import { nothingEstablished, wrongUse } from '../exit-code';
import { readInput } from '../read-input';

export interface LabOptions {
  readonly lab?: string;
  readonly apply: readonly string[];
  readonly node?: string;
  readonly pod?: string;
}

/** The lab of who names none. */
const DEFAULT_LAB = 'features/labs/kans.yaml';

export function addLabOptions(command: Command): Command {
  return command
    .option('--lab <file>', `the lab (default: ${DEFAULT_LAB} of this program)`)
    .option('--apply <file>', 'manifests to apply; may be repeated', append, [])
    .option('--node <name>', 'a node, or a host outside the cluster')
    .option('--pod <name>', 'a pod: pod1, or namespace/pod1');
}

function append(file: string, before: readonly string[]): readonly string[] {
  return [...before, file];
}

/** @throws CliError where the cluster refuses a file */
export async function applyLab(driver: Driver, options: LabOptions): Promise<void> {
  await apply(driver, options.lab ?? join(packageRoot(), DEFAULT_LAB), options.lab ?? DEFAULT_LAB);
  for (const file of options.apply) await apply(driver, file, file);
}

async function apply(driver: Driver, file: string, source: string): Promise<void> {
  try {
    await driver.apply(readInput(file), source);
  } catch (error) {
    if (error instanceof RefusedError) throw nothingEstablished(error.message);
    throw error;
  }
}

/**
 * The host that the options name.
 * @returns `undefined` where they name none
 * @throws CliError where there is no such host
 */
export function hostOf(
  { nodes, routers, outside, workloads }: Inventory,
  { node, pod }: LabOptions,
): HostName | undefined {
  if (node !== undefined && pod !== undefined) throw wrongUse('say --node or --pod, not both');
  if (pod !== undefined) {
    const name = pod.includes('/') ? pod : `default/${pod}`;
    const pods = workloads.map((workload) => workload.pod);
    return known('pod', name, pod, pods);
  }
  if (node === undefined) return undefined;
  const hosts = [...nodes, ...outside, ...routers].map(({ name }) => name);
  return known('node', node, node, hosts);
}

function known(kind: string, name: string, given: string, names: readonly string[]): HostName {
  if (names.includes(name)) return name;
  throw wrongUse(`there is no ${kind} ${given}${didYouMeanOneOf(name, names)}`);
}
