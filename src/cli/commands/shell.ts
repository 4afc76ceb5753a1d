/**
 * `calicumber shell`: a lab to type in. At a keyboard it is a terminal with completion and history;
 * what comes by a pipe is typed as it is.
 */
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { newSimDriver, type SimDriver } from '../../driver/sim/sim';
import type { HostName } from '../../driver/stimulus';
import { addLabOptions, applyLab, hostOf, type LabOptions } from '../lab/lab-options';
import { readHistory, writeHistory } from '../shell/history-file';
import { talk } from '../shell/talk';
import { vocabularyOf } from '../shell/vocabulary';

const SEED = 1;

export function define(command: Command): void {
  addLabOptions(command)
    .description(
      'Builds a lab and logs you in on a node of it (the first one) or in a pod: type what a student\n' +
        'types. `ssh k8s-w1` moves, `kubectl exec pod1 -it -- zsh` too, `exit` leaves.',
    )
    .action(async (options: LabOptions) => {
      process.exitCode = await shell(options);
    });
}

/** @returns the exit status of the last command */
async function shell(options: LabOptions): Promise<number> {
  const driver = newSimDriver({ seed: SEED, wire: false });
  await applyLab(driver, options);
  const inventory = await driver.inventory();
  const host = hostOf(inventory, options) ?? inventory.nodes[0]?.name ?? '';
  return process.stdin.isTTY ? talkOn(driver, host) : typeAll(driver, host);
}

async function talkOn(driver: SimDriver, host: HostName): Promise<number> {
  const terminal = driver.terminal(host);
  const vocabulary = () => vocabularyOf(driver, terminal);
  const { exit, history } = await talk({ terminal, vocabulary, history: readHistory() });
  writeHistory(history);
  return exit;
}

async function typeAll(driver: SimDriver, host: HostName): Promise<number> {
  const { stdout, stderr, exit } = await driver.terminal(host).type(await text(process.stdin));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exit;
}
