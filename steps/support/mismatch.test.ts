/**
 * A violated assertion leaves, beside its message, what was demanded and what there was in parts.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { MISMATCH_MEDIA_TYPE } from '../../src/report/model/media-types';
import type { Mismatch } from '../../src/report/model/mismatch';
import { runFeatures } from './run-features';

const FEATURE = `Feature: What is not so
  Background:
    Given the manifests "two-pods-two-nodes"
    And the ping from pod1 to pod2 succeeds

  Scenario: lost
    When "ip route del 172.16.184.0/24" is run on k8s-w1
    And pod1 pings pod2
    Then the ping succeeds

  Scenario: a route
    When pod1 pings pod2
    Then the routes of k8s-w1 include:
      | destination     | via            | interface |
      | 172.16.184.0/24 | 192.168.10.109 | tunl0     |

  Scenario: the end of a packet
    When "ip route add blackhole 172.16.184.1/32" is run on k8s-w1
    And pod1 pings pod2
    Then the request is dropped on k8s-w2
`;

describe('what a violated assertion leaves', () => {
  let mismatches: readonly Mismatch[];

  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'calicumber-mismatch-'));
    try {
      writeFileSync(join(folder, 'not-so.feature'), FEATURE);
      const messages = await runFeatures([join(folder, 'not-so.feature')], 'sim');
      mismatches = messages.flatMap(({ attachment }) =>
        attachment?.mediaType === MISMATCH_MEDIA_TYPE ? [JSON.parse(attachment.body)] : [],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is the cause, where a packet was lost', () => {
    expect(mismatches[0]).to.deep.include({
      subject: 'the ping from pod1 to 172.16.184.1',
      expected: 'answered',
      actual: '0 of 1 requests were answered',
      walk: 2,
    });
    expect(mismatches[0]?.cause).to.match(/^request 1: dropped on internet \(/);
  });

  it('is the nearest row of a table, cell by cell', () => {
    expect(mismatches[1]?.nearest).to.deep.equal({
      what: 'a row of the routes of k8s-w1',
      fields: [
        {
          name: 'destination',
          expected: '172.16.184.0/24',
          actual: '172.16.184.0/24',
          isSame: true,
        },
        { name: 'via', expected: '192.168.10.109', actual: '192.168.10.102', isSame: false },
        { name: 'interface', expected: 'tunl0', actual: 'tunl0', isSame: true },
      ],
    });
  });

  it('is where the packet ended instead', () => {
    expect(mismatches[2]?.nearest?.fields).to.deep.equal([
      { name: 'fate', expected: 'dropped', actual: 'dropped', isSame: true },
      { name: 'host', expected: 'k8s-w2', actual: 'k8s-w1', isSame: false },
    ]);
  });
});
