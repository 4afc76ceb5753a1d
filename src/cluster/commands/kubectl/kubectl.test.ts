/**
 * Every `*.transcript` of this folder, replayed on the lab kans. What `get` and `describe` print, and
 * the complaints, were compared with kubectl v1.30.13 on an API server that gave it the same objects;
 * what that kubectl leaves to the server (tables, defaults) is after its printers and defaults.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseTranscript } from '../../../commands/testing/transcript';
import { kans } from '../../testing/labs';
import { replay } from './testing/replay';

const FOLDER = join(__dirname, 'transcripts');

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.transcript'))
  .sort();

describe('kubectl', () => {
  for (const name of names) {
    it(`answers as in ${name}`, () => {
      const cluster = kans();
      const path = join(FOLDER, name);
      const exchanges = parseTranscript(readFileSync(path, 'utf8'));
      const answers = exchanges.map(({ command }) => `$ ${command}\n${replay(cluster, command)}`);
      if (process.env['UPDATE_GOLDEN']) writeFileSync(path, answers.join(''));
      const recorded = exchanges.map(({ command, answer }) => `$ ${command}\n${answer}`);
      if (!process.env['UPDATE_GOLDEN']) expect(answers.join('')).to.equal(recorded.join(''));
    });
  }
});
