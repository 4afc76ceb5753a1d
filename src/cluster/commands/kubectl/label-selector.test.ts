/** Selectors, each asked about labels that fit and others that do not. */
import { expect } from 'chai';
import { labelSelector } from './label-selector';

const WEB = { app: 'web', tier: 'front', 'example.com/team': 'a' };

describe('a selector of labels', () => {
  const fitting = [
    '',
    'app',
    'app=web',
    'app==web',
    'app!=db',
    'colour!=red',
    'app in (web, db)',
    'app notin (db)',
    'colour notin (red)',
    '!colour',
    'example.com/team=a',
    'app=web,tier in (front,back),!colour',
  ];
  for (const text of fitting) {
    it(`fits: ${text || 'none at all'}`, () => {
      expect(labelSelector(text)(WEB)).to.equal(true);
    });
  }

  const others = ['colour', 'app=db', 'app!=web', 'app in (db)', 'app notin (web)', '!app', 'app='];
  for (const text of others) {
    it(`does not fit: ${text}`, () => {
      expect(labelSelector(text)(WEB)).to.equal(false);
    });
  }

  it('that is none is refused', () => {
    expect(() => labelSelector('app=(')).to.throw(
      'error: unable to parse requirement: found \'app=(\' in "app=("',
    );
  });
});
