/** What `record` says of scenarios that cannot be recorded. */
import { expect } from 'chai';
import { skipWhereImpossible } from '../../driver/netns/testing/only-where-possible';
import { CliError, EXIT } from '../exit-code';
import { recording } from './recording';

describe('calicumber record', () => {
  before(skipWhereImpossible);

  for (const [text, message, exit] of [
    ['{', 'a.json is not JSON: ', EXIT.notEstablished],
    ['{"actions":[{"do":"fly"}]}', 'a.json: ', EXIT.notEstablished],
    [
      '{"routing":"bird","pools":[{"encap":"IPIP"}]}',
      'a.json: routing "bird" with IPIP cannot be recorded; use "static"',
      EXIT.notEstablished,
    ],
    [
      '{"actions":[{"do":"iptables","ns":"k8s-w1","args":["-t","nat","-F","nowhere"]}]}',
      'a.json: iptables -t nat -F nowhere on k8s-w1: ',
      EXIT.usage,
    ],
  ] as const) {
    it(`refuses ${text}`, async () => {
      const failure = await recording('a.json', text, 1).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(CliError);
      expect(failure).to.have.property('exit', exit);
      expect(String(failure)).to.include(message);
    });
  }
});
