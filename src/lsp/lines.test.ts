import { expect } from 'chai';
import { readLines, stepAbove } from './lines';

function kinds(text: string): readonly string[] {
  return readLines(text).lines.map((line) =>
    line.kind === 'step' ? `${line.says}` : line.kind === 'title' ? line.title : line.kind,
  );
}

describe('the lines of a feature', () => {
  it('are what they look like, wherever they stand', () => {
    expect(kinds('@a\nFeature: F\n# c\n\nwords\nScenario: S\n|a|\nGive')).to.deep.equal([
      'tags',
      'feature',
      'comment',
      'blank',
      'other',
      'scenario',
      'row',
      'other',
    ]);
  });

  it('say with what a step goes on, from the Background into the scenario', () => {
    const text =
      'Background:\nAnd a\nGiven b\nAnd c\nScenario: S\nAnd d\nWhen e\n* f\nThen g\nScenario: T\nBut h';
    expect(kinds(text).filter((kind) => !['background', 'scenario'].includes(kind))).to.deep.equal([
      'undefined',
      'given',
      'given',
      'given',
      'when',
      'when',
      'then',
      'given',
    ]);
  });

  it('are no steps within a text in quotes, even one that is not closed', () => {
    expect(kinds('Given a:\n"""\nWhen b\n```\n"""\nWhen c\n```\nThen d')).to.deep.equal([
      'given',
      'fence',
      'quoted',
      'quoted',
      'fence',
      'when',
      'fence',
      'quoted',
    ]);
  });

  it('are in the language that the feature names', () => {
    expect(kinds('# language: ko\r\n기능: F\r\n시나리오: S\r\n만일 a\r\n그리고 b')).to.deep.equal([
      'comment',
      'feature',
      'scenario',
      'when',
      'when',
    ]);
    expect(readLines('# language: xx\nFeature: F').language).to.equal('en');
    expect(readLines('\uFEFF# language: ko\n').language).to.equal('ko');
    expect(readLines('Feature: F\n# language: ko').language).to.equal('en');
  });

  it('know the step that a row belongs to', () => {
    const feature = readLines('Given a:\n|a|\n# c\n|b|\nScenario: S\n|c|');
    expect([1, 3, 5].map((at) => stepAbove(feature, at))).to.deep.equal([0, 0, undefined]);
  });
});
