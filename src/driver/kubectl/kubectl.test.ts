/**
 * The driver against a stand-in for kubectl and calicoctl: what it asks of them, and what it makes of
 * their answers. No live cluster was there to try it on.
 */
import { expect } from 'chai';
import { buildWorld, connectTo, inputFile, PODS, pingTo } from '../contract/world.contract';
import type { Driver } from '../driver';
import { newKubectlDriver } from './kubectl';
import { CONTEXT, type Recorded, recordCluster } from './testing/recorded-cluster';
import { type Answer, StandInFolder } from './testing/stand-in-folder';

const TOOLS = ['kubectl', 'calicoctl'];

describe('the driver kubectl, before a stand-in', function () {
  this.timeout(60_000);
  let recorded: Recorded;
  let folder: StandInFolder | undefined;
  const folders: StandInFolder[] = [];

  before(async () => {
    recorded = await recordCluster();
  });

  afterEach(() => {
    for (const old of folders.splice(0)) old.remove();
    folder = undefined;
  });

  function standIn(answers: readonly Answer[] = [], programs = TOOLS): StandInFolder {
    folder = new StandInFolder([...answers, ...recorded.answers], programs);
    folders.push(folder);
    return folder;
  }

  async function newDriver(answers: readonly Answer[] = []): Promise<Driver> {
    const environment = standIn(answers).environment(CONTEXT);
    return newKubectlDriver({ patienceMs: 1000, environment });
  }

  /** What was asked since then, without the name of the run. */
  function callsSince(count: number): readonly string[] {
    const calls = folder?.calls.slice(count) ?? [];
    return calls.map(({ call }) => call.replaceAll(/calicumber-[\w-]+/g, 'RUN'));
  }

  it('touches no cluster that nobody named, nor another one than the current', async () => {
    const refused = async (context: string | undefined, programs?: string[]) =>
      errorOf(
        newKubectlDriver({
          patienceMs: 0,
          environment: standIn([], programs).environment(context),
        }),
      );
    expect([
      await refused(undefined),
      await refused('prod'),
      await refused('prod', []),
    ]).to.deep.equal([
      'NotObservedError: the driver kubectl changes a live cluster, so CALICUMBER_KUBECTL_CONTEXT ' +
        'must name its context: for the current one, CALICUMBER_KUBECTL_CONTEXT=kind-kans',
      'NotObservedError: CALICUMBER_KUBECTL_CONTEXT names prod, but the current context of kubectl is kind-kans',
      'NotObservedError: there is no kubectl on the PATH',
    ]);
  });

  it('compares a lab, makes pods, and takes them back at the end', async () => {
    const driver = await newDriver();
    await buildWorld(driver);
    await driver.close();
    const made = (pod: string) => [
      `kubectl --context kind-kans get pod ${pod} -n default -o json`,
      'kubectl --context kind-kans apply -n default -f -',
      `kubectl --context kind-kans wait pod ${pod} -n default --for=condition=Ready --timeout=120s`,
    ];
    const gone = (pod: string) =>
      `kubectl --context kind-kans delete pod ${pod} -n default --ignore-not-found --wait=true --timeout=60s`;
    const calls = callsSince(0);
    expect([...calls.slice(0, 1), ...calls.slice(1, 3).sort()]).to.deep.equal([
      'kubectl config current-context',
      'calicoctl get ippool -o json --context=kind-kans --allow-version-mismatch',
      'kubectl --context kind-kans get nodes -o json',
    ]);
    expect(calls.slice(3)).to.deep.equal([
      ...made('pod1'),
      ...made('pod2'),
      gone('pod2'),
      gone('pod1'),
    ]);
    const applied = folder?.calls.find(({ call }) => call.includes(' apply '))?.stdin ?? '';
    expect(JSON.parse(applied)).to.deep.include({ kind: 'Pod', metadata: { name: 'pod1' } });
  });

  it('is silent about a cluster that is not the lab', async () => {
    const items = [{ metadata: { name: 'k8s-m' }, status: { addresses: [] } }];
    const driver = await newDriver([{ pattern: 'get nodes', stdout: JSON.stringify({ items }) }]);
    expect(await errorOf(buildWorld(driver))).to.equal(
      'NotObservedError: the live cluster is not the lab of kans.yaml: it has no node k8s-m',
    );
    await driver.close();
  });

  it('lists all that a sentence can name', async () => {
    const driver = await newDriver();
    await buildWorld(driver);
    const { nodes, workloads, blocks, outside } = await driver.inventory();
    expect(nodes.map(({ name, nic }) => `${name} ${nic}`)).to.deep.equal([
      'k8s-m ens5',
      'k8s-w0 ens5',
      'k8s-w1 ens5',
      'k8s-w2 ens5',
    ]);
    expect(workloads.map((one) => `${one.pod} ${one.node} ${one.interface}`)).to.deep.equal([
      'default/pod1 k8s-w1 calice0906292e2',
      'default/pod2 k8s-w2 calibd2348b4f67',
    ]);
    expect(blocks.map(({ node, addressesInUse }) => `${node} ${addressesInUse}`)).to.deep.equal([
      'k8s-w0 1',
      'k8s-m 1',
      'k8s-w1 2',
      'k8s-w2 2',
    ]);
    expect(outside.map(({ name }) => name)).to.deep.equal(['internet']);
    await driver.close();
    expect(callsSince(0).at(-3)).to.equal(
      'kubectl --context kind-kans delete namespace RUN --ignore-not-found --wait=false',
    );
  });

  it('pings in a pod, and puts the frames of all machines together whatever their clocks say', async () => {
    const driver = await newDriver();
    await buildWorld(driver);
    const outcome = await driver.run(pingTo('172.16.184.1'));
    expect(outcome.kind === 'ping' && [outcome.sent, outcome.received]).to.deep.equal([1, 1]);
    const watched = new Set(['k8s-w1', 'k8s-w2', 'default/pod1', 'default/pod2']);
    const way = (frames: typeof recorded.frames) =>
      frames
        .filter(({ host, device, frame, direction }) => {
          const isArp = frame.kind === 'frame' && frame.payload.kind === 'arp';
          return watched.has(host) && device !== 'lo' && direction !== 'other' && !isArp;
        })
        .map(({ host, device, direction }) => `${host} ${device} ${direction}`);
    expect(way(outcome.frames)).to.deep.equal(way(recorded.frames));
    const fates = outcome.traces.filter(
      ({ sent }) => sent.kind === 'frame' && sent.payload.kind === 'ipv4',
    );
    expect(fates.map(({ cause, fate }) => [cause === undefined, fate])).to.deep.equal([
      [true, { kind: 'delivered', host: 'default/pod2' }],
      [false, { kind: 'delivered', host: 'default/pod1' }],
    ]);
    await driver.close();
  });

  it('begins captures before it sends, and fetches them afterwards', async () => {
    const driver = await newDriver();
    await buildWorld(driver);
    await driver.inventory();
    const before = folder?.calls.length ?? 0;
    await driver.run(pingTo('172.16.184.1'));
    const calls = callsSince(before);
    const ping = calls.findIndex((call) => call.includes(' -- ping '));
    const at = (part: string) =>
      calls.flatMap((call, index) => (call.includes(part) ? [index - ping] : []));
    expect(calls[ping]).to.equal(
      'kubectl --context kind-kans exec -n default pod1 -- ' +
        'ping -n -c 1 -i 1 -W 1 -s 56 -M want -e 7 172.16.184.1',
    );
    expect(at('folder=$1 filter=')).to.have.length(6);
    expect(at('folder=$1 filter=').every((place) => place < 0)).to.equal(true);
    expect(at('folder=$1; sleep').every((place) => place > 0)).to.equal(true);
    expect(calls.find((call) => call.includes('on-k8s-w1 -- sh -c folder=$1 filter='))).to.equal(
      'kubectl --context kind-kans exec -n RUN on-k8s-w1 -- sh -c folder=$1 filter=$2; shift 2 sh ' +
        '/tmp/RUN arp or icmp or ip proto 4 or udp port 4789 ' +
        'ens5:inout tunl0:in tunl0:out calice0906292e2:inout',
    );
    await driver.close();
  });

  it('knows nothing where the image lacks the program, or a capture lost frames', async () => {
    const oci =
      'error: Internal error occurred: error executing command in container: failed to exec in ' +
      'container: failed to start exec "7": OCI runtime exec failed: exec failed: unable to start ' +
      'container process: exec: "ping": executable file not found in $PATH: unknown\n';
    const lost =
      '/tmp/x/ens5:inout.log\n3 packets captured\n3 packets received by filter\n2 packets dropped by kernel\n';
    const whyNot = async (answer: Answer) => {
      const driver = await newDriver([answer]);
      await buildWorld(driver);
      const why = await errorOf(driver.run(pingTo('172.16.184.1')));
      await driver.close();
      // What had begun to capture does not go on.
      expect(callsSince(0).filter((call) => call.includes('; [ -d '))).to.have.length(6);
      return why;
    };
    expect(await whyNot({ pattern: ' -- ping ', stderr: oci, exit: 1 })).to.equal(
      'NotObservedError: the image of default/pod1 has no ping',
    );
    expect(await whyNot({ pattern: 'on-k8s-w1 .*; sleep', stdout: lost })).to.equal(
      'NotObservedError: a capture on k8s-w1 is not whole: the kernel dropped 2 frames on ens5',
    );
  });

  it('patches a pool, and puts it back at the end', async () => {
    const before = { metadata: { name: 'default-ipv4-ippool' }, spec: { natOutgoing: true } };
    const driver = await newDriver([
      { pattern: 'get ippool default-ipv4-ippool ', stdout: JSON.stringify(before) },
    ]);
    await buildWorld(driver);
    await driver.patch('IPPool', 'default-ipv4-ippool', { spec: { natOutgoing: false } });
    await driver.close();
    const patch = (value: boolean) =>
      `calicoctl patch ippool default-ipv4-ippool -p {"spec":{"natOutgoing":${value}}} ` +
      '--context=kind-kans --allow-version-mismatch';
    expect(callsSince(0).filter((call) => call.includes(' patch '))).to.deep.equal([
      patch(false),
      patch(true),
    ]);
  });

  it("leaves others' pods alone: it uses them, and does not delete them", async () => {
    const pod = { metadata: { name: 'pod1' }, spec: { nodeName: 'k8s-w1' } };
    const other = { metadata: { name: 'pod2' }, spec: { nodeName: 'k8s-w0' } };
    const driver = await newDriver([
      { pattern: 'get pod pod1 ', stdout: JSON.stringify(pod) },
      { pattern: 'get pod pod2 ', stdout: JSON.stringify(other) },
    ]);
    await driver.apply(inputFile('labs/kans.yaml'), 'kans.yaml');
    expect(await driver.apply(inputFile('manifests/one-pod.yaml'), 'one-pod.yaml')).to.deep.equal([
      { kind: 'Pod', name: 'default/pod1', result: 'unchanged' },
    ]);
    expect(await errorOf(driver.apply(inputFile(PODS), PODS))).to.equal(
      'RefusedError: there is a Pod default/pod2 already, on k8s-w0 and not on k8s-w2',
    );
    expect(await errorOf(driver.delete('Pod', 'pod1'))).to.equal(
      'RefusedError: there is a Pod default/pod1 that this run did not make, and leaves alone',
    );
    await driver.close();
    expect(callsSince(0).filter((call) => / (?:apply|delete) /.test(call))).to.deep.equal([]);
  });

  it('says in a sentence why kubectl gets no further', async () => {
    const forbidden =
      'Error from server (Forbidden): nodes is forbidden: User "eve" cannot list resource "nodes"\n';
    const refused =
      'The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?\n';
    const sayings = [];
    for (const stderr of [forbidden, refused]) {
      const driver = await newDriver([{ pattern: 'get nodes', stderr, exit: 1 }]);
      sayings.push(await errorOf(buildWorld(driver)));
    }
    expect(sayings).to.deep.equal([
      `NotObservedError: kubectl get nodes is not allowed: ${forbidden.trim()}`,
      `NotObservedError: the cluster does not answer: ${refused.trim()}`,
    ]);
  });

  it('does not try what it cannot see', async () => {
    const driver = await newDriver();
    await buildWorld(driver);
    const why = [
      await errorOf(driver.run(connectTo('tcp', '172.16.184.1'))),
      await errorOf(driver.run(pingTo('172.16.184.1', { from: 'internet' }))),
      await errorOf(driver.captured()),
    ];
    expect(why).to.deep.equal([
      'NotObservedError: no server of ours listens in a live cluster yet, so connections are not tried there',
      'NotObservedError: internet is not of the cluster: kubectl does not get there',
      'NotObservedError: a live cluster is watched only while something is sent there',
    ]);
    await driver.close();
  });
});

/** `NotObservedError: …`; fails where nothing was thrown. */
async function errorOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
  } catch (error) {
    return `${error}`;
  }
  throw new Error('nothing was thrown');
}
