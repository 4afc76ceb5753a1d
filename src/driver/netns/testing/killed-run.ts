/**
 * A run for tests to kill: builds a lab with captures, starts something that does not end by itself, says
 * "built", and waits.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../package/package-root';
import { newNetnsDriver } from '../netns';
import { OPTIONS } from './options';

const LAB = join(packageRoot(), 'features/labs/kans.yaml');

async function main(): Promise<void> {
  const driver = newNetnsDriver(OPTIONS);
  await driver.apply(readFileSync(LAB, 'utf8'), 'kans.yaml');
  await driver.exec('k8s-w1', 'sleep 1000 >/dev/null 2>&1 &');
  process.stdout.write('built\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}

void main();
