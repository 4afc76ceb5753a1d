#!/usr/bin/env node
/**
 * Stands in for kubectl and calicoctl in tests, under either name on the PATH: writes down how it was
 * called, and answers as it was told to. The folder $CALICUMBER_STAND_IN holds both: calls.log, a call a
 * line, and answers.json, of which the first whose pattern fits the call is given.
 */
const { appendFileSync, readFileSync } = require('node:fs');
const { basename, join } = require('node:path');

const folder = process.env.CALICUMBER_STAND_IN;
// Of a script its first line tells which one it is.
const words = process.argv.slice(2).map((word) => word.split('\n')[0]);
const call = [basename(process.argv[1]), ...words].join(' ');

// What is applied comes by the standard input, which tools that are told "-f -" read to its end.
const stdin = words.includes('-') ? readFileSync(0, 'utf8') : '';
appendFileSync(join(folder, 'calls.log'), `${JSON.stringify({ call, stdin })}\n`);

const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8'));
const answer = answers.find(({ pattern }) => new RegExp(pattern).test(call));
if (answer === undefined) {
  process.stderr.write(`error: the stand-in has no answer to: ${call}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(Buffer.from(answer.bytes ?? '', 'base64'));
  process.stdout.write(answer.stdout ?? '');
  process.stderr.write(answer.stderr ?? '');
  process.exitCode = answer.exit ?? 0;
}
