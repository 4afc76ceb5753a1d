/**
 * `calicumber exec`: one command line on a host of a lab, as if somebody had logged in there. What it
 * prints and its exit status are the command's own.
 */
import type { Command } from 'commander';
import { newSimDriver } from '../../driver/sim/sim';
import { wrongUse } from '../exit-code';
import { addLabOptions, applyLab, hostOf, type LabOptions } from '../lab/lab-options';
import { quoteWords } from '../shell-words';

const SEED = 1;

export function define(command: Command): void {
  addLabOptions(command)
    .description(
      'Builds a lab, runs one command line in it, and exits with that command’s status:\n' +
        '  calicumber exec --node k8s-w1 -- ip route\n' +
        "  calicumber exec --node k8s-w1 -- 'ip route | grep blackhole'\n" +
        '  calicumber exec --apply features/manifests/one-pod.yaml --pod pod1 -- ping -c 1 8.8.8.8',
    )
    .usage('[options] (--node <name> | --pod <name>) -- <command...>')
    .argument('<command...>', 'a shell line as one word, or a command and its words')
    .action(async (words: readonly string[], options: LabOptions) => {
      process.exitCode = await exec(words, options);
    });
}

/** @returns the exit status of the command */
async function exec(words: readonly string[], options: LabOptions): Promise<number> {
  const driver = newSimDriver({ seed: SEED, wire: false });
  await applyLab(driver, options);
  const host = hostOf(await driver.inventory(), options);
  if (host === undefined) throw wrongUse('say where the command runs: --node NODE or --pod POD');
  const { stdout, stderr, exit } = await driver.exec(host, quoteWords(words));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exit;
}
