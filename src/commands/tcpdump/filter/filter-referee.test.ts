import { expect } from 'chai';
import { ask, needsProgram } from '../../../wire/testing/referee';
import { cookedFile, ethernetFile, rawFile } from '../testing/captures';
import { ourAnswer } from '../testing/our-answer';
import { filters, linkFilters, wrongFilters } from './filters.fixture';

/** What each filter lets through, or what is said of it. */
function answers(
  asked: readonly string[],
  answerTo: (words: readonly string[]) => { readonly stdout: string; readonly stderr: string },
): readonly string[] {
  return asked.map((filter) => {
    const { stdout, stderr } = answerTo(['-nn', '-t', '-r', '{}', filter]);
    return `${filter}\n${stdout}${stderr}`;
  });
}

describe('tcpdump, as a referee of filters,', () => {
  const files = [
    ['on Ethernet', ethernetFile(), [...filters, ...linkFilters, ...wrongFilters]],
    ['on Ethernet with short captures', ethernetFile({ snapLength: 50 }), filters],
    ['without a link layer', rawFile(), [...filters, ...linkFilters]],
    ['on all interfaces', cookedFile(), [...filters, ...linkFilters]],
  ] as const;

  for (const [where, file, asked] of files) {
    it(`lets the same packets through ${where}, and refuses in the same words`, function () {
      needsProgram(this, 'tcpdump');
      const real = answers(asked, (words) => ask('tcpdump', words, file));
      expect(answers(asked, (words) => ourAnswer(words, file))).to.deep.equal(real);
    }).timeout(20_000);
  }
});
