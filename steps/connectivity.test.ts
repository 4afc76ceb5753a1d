/**
 * Tables of who reaches whom, as a reader of a failure gets them, and what an X proves.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runFeatures } from './support/run-features';

describe('a table of who reaches whom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  after(() => rmSync(folder, { recursive: true }));

  /** What the first step that failed said, without a stack; nothing where the scenario held. */
  async function complaintOf(steps: string, driver = 'sim'): Promise<string> {
    const path = join(folder, 'table.feature');
    const background = 'Given the manifests "two-pods-two-nodes"';
    writeFileSync(path, `Feature: F\nScenario: S\n${background}\n${steps}`);
    const messages = await runFeatures([path], driver);
    const [message = ''] = messages.flatMap(({ testStepFinished: end }) =>
      end?.testStepResult.message === undefined ? [] : [end.testStepResult.message],
    );
    return message.replace(/\n +at [\s\S]*$/, '').replace(/^\w*Error: /, '');
  }

  it('is shown whole, its wrong cells marked and each explained', async () => {
    const table = `When natOutgoing of pool default-ipv4-ippool is set to false
      Then the connectivity is:
        |      | pod1 | pod2 | 8.8.8.8 |
        | pod1 | -    | X    | .       |
        | pod2 | .    |      | X       |`;
    expect(await complaintOf(table)).to.equal(
      [
        'expected the connectivity to be',
        '  |      | pod1 | pod2 | 8.8.8.8 |',
        '  | pod1 | -    | X    | .       |',
        '  | pod2 | .    | -    | X       |',
        'but it is',
        '  |      | pod1 | pod2 | 8.8.8.8 |',
        '  | pod1 | -    | ! .  | ! X     |',
        '  | pod2 | .    | -    | X       |',
        'pod1 to pod2: expected X, but it is answered',
        'pod1 to 8.8.8.8: expected ., but request 1: delivered on internet, but no reply: no route to 172.16.158.1',
      ].join('\n'),
    );
  });

  it('needs no When, for it asks itself', async () => {
    const table = `Then the connectivity is:
        |      | pod2 |
        | pod1 | .    |`;
    expect(await complaintOf(table)).to.equal('');
  });

  it('establishes nothing by an X alone, for a dead network has nothing else', async () => {
    const lost = `When "ip route del 172.16.184.0/24" is run on k8s-w1
      Then the connectivity is:
        |      | pod2 |
        | pod1 | X    |`;
    const why =
      'the ping from pod1 to 172.16.184.1 would fail on a dead network as well; add a control';
    expect(await complaintOf(lost)).to.include(why);
    expect(await complaintOf(lost, 'dead')).to.include(why);
  });

  it('takes for the control of an X that both ends are alive', async () => {
    const lost = `When "ip route del 172.16.184.0/24" is run on k8s-w1
      Then the connectivity is:
        |        | pod2 | 8.8.8.8 |
        | pod1   | X    | .       |
        | k8s-w2 | .    | .       |`;
    expect(await complaintOf(lost)).to.equal('');
    expect(await complaintOf(lost, 'dead')).to.include('expected the connectivity to be');
  });

  it('takes for no control that hosts reach themselves', async () => {
    const lost = `When "ip route del 172.16.184.0/24" is run on k8s-w1
      Then the connectivity is:
        |      | 172.16.158.1 | pod2 |
        | pod1 | .            | X    |
        | pod2 | X            | .    |`;
    expect(await complaintOf(lost)).to.include('would fail on a dead network as well');
  });

  it('takes a reason in place of the X, and tells the one that there is', async () => {
    const lost = (
      reason: string,
    ) => `When "ipset del cali40all-hosts-net 192.168.10.101" is run on k8s-w2
      Then the connectivity is:
        |      | pod2 |
        | pod1 | ${reason} |`;
    expect(await complaintOf(lost('NETFILTER_DROP'))).to.equal('');
    expect(await complaintOf(lost('IP_RPFILTER'))).to.include('  | pod1 | ! NETFILTER_DROP |');
  });

  it('says what is wrong with a table', async () => {
    const asked = (head: string, row: string) =>
      complaintOf(`Then the connectivity is:\n${head}\n${row}`);
    expect(await asked('| | pod2 |', '| pod1 | yes |')).to.equal(
      '"yes" from pod1 to pod2 is none of . (reachable), X (not), a drop reason such as IP_RPFILTER, and - (not asked)',
    );
    expect(await asked('| | pod2 |', '| pod1 | IP_RPFILTR |')).to.include(
      'did you mean IP_RPFILTER?',
    );
    expect(await asked('| | pod2 | pod2 |', '| pod1 | . | . |')).to.equal(
      'there are two columns pod2',
    );
    expect(await asked('| | pod2 |', '| podd1 | . |')).to.include('did you mean pod1?');
    expect(await asked('| | pod1 |', '| pod1 | - |')).to.include('the table asks nothing');
    expect(await asked('| |', '| pod1 |')).to.include('has names in its first row');
  });
});
