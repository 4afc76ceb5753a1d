import { expect } from 'chai';
import { observationText, observeText } from './observation-text';

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

  it('quotes the scenario with its numbers as they are spelled there', () => {
    const scenario = '{"description": "waits 2.0, \\"1.0\\"", "settle": 1.0, "actions": []}';
    expect(observeText(scenario)).to.contain(
      [
        ' "scenario": {',
        '  "description": "waits 2.0, \\"1.0\\"",',
        '  "settle": 1.0,',
        '  "actions": []',
        ' },',
      ].join('\n'),
    );
  });
});
