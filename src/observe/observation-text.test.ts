import { expect } from 'chai';
import { observationText } from './observation-text';

describe('an observation as text', () => {
  it('writes a share with its decimal point and counts without', () => {
    const result = { sent: 3, lossPct: 100, third: { lossPct: 33.3333, received: 2 } };
    expect(observationText({ result })).to.equal(
      [
        '{',
        ' "result": {',
        '  "sent": 3,',
        '  "lossPct": 100.0,',
        '  "third": {',
        '   "lossPct": 33.3333,',
        '   "received": 2',
        '  }',
        ' }',
        '}',
        '',
      ].join('\n'),
    );
  });
});
