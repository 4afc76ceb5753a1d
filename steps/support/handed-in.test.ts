/**
 * What is handed in comes into the cluster, and what a task breaks is broken before it.
 */
import { expect } from 'chai';
import { RefusedError } from '../../src/driver/driver';
import { newSimDriver } from '../../src/driver/sim/sim';
import { breakLab, bringIn, type HandedIn } from './handed-in';
import { inputFiles } from './input-files';

const NOTHING: HandedIn = { manifests: [], scripts: [], host: 'k8s-m', breaks: [] };
const POD = `{ apiVersion: v1, kind: Pod, metadata: { name: pod1 },
  spec: { nodeName: k8s-w1, containers: [{ name: pod1, image: nicolaka/netshoot }] } }`;

async function lab() {
  const driver = newSimDriver({ seed: 1, wire: false });
  const { yaml, source } = inputFiles('features')('labs', 'kans');
  await driver.apply(yaml, source);
  return driver;
}

describe('what is handed in', () => {
  it('is applied, then typed', async () => {
    const driver = await lab();
    const complaints: string[] = [];
    const manifests = [{ name: 'pod.yaml', text: POD }];
    const scripts = [
      {
        name: 'lab.sh',
        text: 'kubectl get pod pod1 -o name > /tmp/seen; ssh k8s-w1 sysctl -w net.ipv4.ip_forward=0; nosuch',
      },
    ];
    await bringIn(driver, { ...NOTHING, manifests, scripts }, (text) => complaints.push(text));
    expect((await driver.exec('k8s-m', 'cat /tmp/seen')).stdout).to.equal('pod/pod1\n');
    expect(await driver.sysctl('k8s-w1', 'net.ipv4.ip_forward')).to.equal('0');
    expect(complaints).to.deep.equal(['lab.sh: bash: nosuch: command not found']);
  });

  it('is refused with its place', async () => {
    const manifests = [{ name: 'pod.yaml', text: 'apiVersion: v1\nkind: Podd\n' }];
    const failure = await bringIn(await lab(), { ...NOTHING, manifests }, () => {}).catch(
      (error: unknown) => error,
    );
    expect(failure)
      .to.be.instanceOf(RefusedError)
      .with.property('message')
      .that.includes('pod.yaml:2:7');
  });

  it('is stopped where it goes on for ever', async () => {
    const scripts = [{ name: 'lab.sh', text: 'while true; do :; done' }];
    const failure = await bringIn(await lab(), { ...NOTHING, scripts }, () => {}).catch(String);
    expect(failure).to.match(/lab\.sh was stopped: too many commands/);
  });

  it('finds a lab that was broken, or nobody is judged', async () => {
    const driver = await lab();
    await breakLab(driver, {
      ...NOTHING,
      breaks: [{ host: 'k8s-w1', lines: 'ip link set tunl0 down' }],
    });
    expect((await driver.links('k8s-w1')).find(({ name }) => name === 'tunl0')?.isUp).to.equal(
      false,
    );
    const failure = await breakLab(driver, {
      ...NOTHING,
      breaks: [{ host: 'k8s-w1', lines: 'ip link set tunl9 down' }],
    }).catch(String);
    expect(failure).to.match(
      /the lab could not be broken on k8s-w1 \(exit 1\): Cannot find device/,
    );
  });
});
