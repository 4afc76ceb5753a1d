/**
 * What `calicumber engines` prints.
 */
import { expect } from 'chai';
import { Command } from 'commander';
import { MUTANTS } from '../../faults/mutants/index';
import { WHEATS } from '../../faults/wheats/index';
import { define } from './engines';

describe('calicumber engines', () => {
  it('lists every mutant and every wheat, with what somebody believes', () => {
    const text = printedBy([]);
    for (const { name, misconception } of MUTANTS)
      expect(text).to.include(`${name} (`).and.include(misconception.en);
    for (const { name, differs } of WHEATS) expect(text).to.include(name).and.include(differs.en);
  });

  it('speaks Korean, of one unit', () => {
    const text = printedBy(['--unit', 'nat', '--language', 'ko']);
    expect(text).to.include('바깥 세상은 파드 주소로 바로 응답한다.');
    expect(text).to.not.include('no-proxy-arp');
  });

  it('gives programs JSON', () => {
    const { mutants, wheats } = JSON.parse(printedBy(['--json']));
    expect(mutants).to.have.length(MUTANTS.length);
    expect(wheats[0]).to.have.all.keys('name', 'differs');
  });
});

function printedBy(words: readonly string[]): string {
  const command = new Command();
  define(command);
  const { write } = process.stdout;
  let text = '';
  process.stdout.write = (part: string | Uint8Array) => {
    text += String(part);
    return true;
  };
  try {
    command.parse(words, { from: 'user' });
  } finally {
    process.stdout.write = write;
  }
  return text;
}
