/**
 * Every `*.transcript` of this room, replayed: what real tools printed on a real Linux, the simulated
 * ones print to the letter, blanks at line ends included.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type CommandInput, NO_INPUT } from './command';
import { runCommandLine } from './testing/run-command-line';
import { parseTranscript, renderAnswer, withoutChance } from './testing/transcript';
import { twoHosts } from './testing/two-hosts';

/** Whose tools answered when the transcripts were written. */
const DEBIAN: CommandInput = { ...NO_INPUT, distribution: 'debian-12' };

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.transcript'))
  .sort();

describe('the commands', () => {
  for (const file of files) {
    it(`answer as in ${file}`, () => {
      const netns = twoHosts();
      const exchanges = parseTranscript(readFileSync(join(__dirname, file), 'utf8'));
      const answers = exchanges.map(({ command }) => {
        return `$ ${command}\n${renderAnswer(runCommandLine(command, netns, DEBIAN))}`;
      });
      const recorded = exchanges.map(({ command, answer }) => `$ ${command}\n${answer}`);
      expect(withoutChance(answers.join(''))).to.equal(withoutChance(recorded.join('')));
    });
  }
});
