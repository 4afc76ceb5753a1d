/**
 * Runs features with a student's own steps, far from everything: what they ask goes to a driver of another
 * process, and what Cucumber says of them goes there, too, line by line.
 */
import { writeSync } from 'node:fs';
import { cucumberRun } from '../../run/cucumber-run';
import type { CodeOrder } from './sandbox';
import { MESSAGES_FD } from './sandbox';

const order: CodeOrder = JSON.parse(process.argv[2] ?? '{}');
const { paths, code, seed, handedIn } = order;
const options = { driver: 'remote', seed, wire: false, evidence: 'none', patience: 0 } as const;

const submission = handedIn === undefined ? {} : { handedIn };

void cucumberRun(paths, { ...options, ...submission, code }, (envelope) => {
  writeSync(MESSAGES_FD, `${JSON.stringify(envelope)}\n`);
}).then(() => process.exit());
