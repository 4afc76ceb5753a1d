/** What `observe` says of scenarios that are none. */
import { expect } from 'chai';
import { CliError, EXIT } from '../exit-code';
import { observation } from './observe';

describe('calicumber observe', () => {
  it('prints the observation of a scenario', () => {
    const printed = JSON.parse(observation('a.json', '{"actions":[]}'));
    expect(printed.schema).to.equal('calico-oracle/1');
  });

  for (const [text, message] of [
    ['{', 'a.json is not JSON: '],
    ['null', 'a.json: '],
    ['{"actions":[{"do":"ping","from":"p","to":"q"}]}', 'a.json: there is no host p'],
  ] as const) {
    it(`refuses ${text}`, () => {
      expect(() => observation('a.json', text))
        .to.throw(CliError, message)
        .with.property('exit', EXIT.notEstablished);
    });
  }
});
