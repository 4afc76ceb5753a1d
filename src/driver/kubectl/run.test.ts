/**
 * Features on the driver kubectl from end to end, before the stand-in: one that holds, and one of which
 * nothing can be known.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CONTEXT, type Recorded, recordCluster } from './testing/recorded-cluster';
import { type Answer, StandInFolder } from './testing/stand-in-folder';

const CLI = join(__dirname, '../../cli/calicumber.js');

const FEATURE = `Feature: Pods meet across nodes
  Scenario: The request goes through the tunnel
    Given the manifests "two-pods-two-nodes"
    When pod1 on k8s-w1 pings pod2 on k8s-w2
    Then the ping succeeds
    And the request is seen on ens5 of k8s-w1
    And the request passes:
      | host   | interface       | direction |
      | pod1   | eth0            | out       |
      | k8s-w1 | calice0906292e2 | in        |
      | k8s-w1 | tunl0           | out       |
      | k8s-w1 | ens5            | out       |
      | k8s-w2 | ens5            | in        |
      | k8s-w2 | tunl0           | in        |
      | k8s-w2 | calibd2348b4f67 | out       |
      | pod2   | eth0            | in        |
`;

describe('calicumber run --driver kubectl, before a stand-in', function () {
  this.timeout(120_000);
  let recorded: Recorded;
  let place: string;

  before(async () => {
    recorded = await recordCluster();
    place = mkdtempSync(join(tmpdir(), 'calicumber-kubectl-'));
    writeFileSync(join(place, 'across.feature'), FEATURE);
  });

  after(() => rmSync(place, { recursive: true }));

  function run(answers: readonly Answer[] = []) {
    const folder = new StandInFolder([...answers, ...recorded.answers]);
    const words = [CLI, 'run', join(place, 'across.feature'), '--driver', 'kubectl'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: place,
      encoding: 'utf8',
      env: { ...folder.environment(CONTEXT), NODE_OPTIONS: '' },
    });
    folder.remove();
    return { status, said: stdout + stderr };
  }

  it('holds where the cluster does what the feature says', () => {
    const { status, said } = run();
    expect(said).to.match(/1 scenario\b.*held/);
    expect(said).to.include('The cluster is the one of the context kind-kans');
    expect(status).to.equal(0);
  });

  it('is not established where the image lacks ping', () => {
    const stderr = 'exec failed: exec: "ping": executable file not found in $PATH: unknown\n';
    const { status, said } = run([{ pattern: ' -- ping ', stderr, exit: 1 }]);
    expect(said).to.include('the image of default/pod1 has no ping');
    expect(said).to.match(/not established/);
    expect(status).to.equal(2);
  });
});
