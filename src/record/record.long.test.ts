/**
 * Recordings: what this machine's kernel does again is what another's did when the shipped ones were made.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { skipWhereImpossible } from '../driver/netns/testing/only-where-possible';
import { canonical } from '../observe/canonical';
import { diff } from '../observe/diff';
import type { JsonObject } from '../observe/json';
import { RefusedByKernelError } from './real-hosts';
import { record } from './record';

const CASES = join(__dirname, '..', 'observe', 'cases');

describe('a recording', function () {
  this.timeout(30_000);
  before(skipWhereImpossible);

  // All that is watched and asked: pings and their errors, ARP by hand, UDP, changes of every table.
  for (const name of ['01-same-node-cold-warm', '107-udp-ports-nat', '176-neigh-flush']) {
    it(`is that of ${name} again`, async () => {
      const { scenario: _, ...seen } = await record(read(`${name}.json`));
      expect(diff(canonical(seen), canonical(read(`${name}.obs.json`)))).to.deep.equal([]);
    });
  }

  it('is none where the kernel refuses a change, in its words', async () => {
    const action = { do: 'route', ns: 'k8s-w1', op: 'del', route: '10.9.0.0/16' };
    const failure = await record({ actions: [action] }).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(RefusedByKernelError);
    expect(String(failure)).to.include('ip on k8s-w1: RTNETLINK answers: No such process');
  });
});

function read(name: string): JsonObject {
  return JSON.parse(readFileSync(join(CASES, name), 'utf8'));
}
