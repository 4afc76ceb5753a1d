/**
 * From names to things, and what is said of names that nobody has.
 */
import { expect } from 'chai';
import { AT_POD1, AT_POD2, madePing } from '../matchers/made-outcome';
import { madeDriver } from './made-driver';
import { findHost, findInterface, findNode, findPod } from './resolve';
import { ClusterWorld } from './world';

function newWorld(): ClusterWorld {
  return new ClusterWorld({
    newDriver: () => madeDriver([madePing(AT_POD2, AT_POD1)]),
    readInput: () => ({ yaml: '', source: '' }),
    log: () => {},
  });
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'it was found',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : ''),
  );
}

describe('names in a sentence', () => {
  it('are pods by namespace and name', async () => {
    const { node, interface: device } = await findPod(newWorld(), {
      pod: 'default/pod1',
      node: 'k8s-w1',
    });
    expect([node, device]).to.deep.equal(['k8s-w1', 'calice0906292e2']);
  });

  it('are nodes and outside hosts before they are pods', async () => {
    const names = ['k8s-w1', 'internet', 'pod2'];
    const hosts = await Promise.all(names.map((name) => findHost(newWorld(), name)));
    expect(hosts).to.deep.equal(['k8s-w1', 'internet', 'default/pod2']);
  });

  it('are interfaces by their name, their owner, or what they are', async () => {
    const places = await Promise.all([
      findInterface(newWorld(), { device: 'calibd2348b4f67', of: undefined }),
      findInterface(newWorld(), { device: undefined, of: 'pod2' }),
      findInterface(newWorld(), { device: 'eth0', of: 'pod2' }),
    ]);
    expect(places).to.deep.equal([
      { host: 'k8s-w1', device: 'calibd2348b4f67' },
      { host: 'k8s-w1', device: 'calibd2348b4f67' },
      { host: 'default/pod2', device: 'eth0' },
    ]);
  });

  it('must be unambiguous', async () => {
    const ens5 = findInterface(newWorld(), { device: 'ens5', of: undefined });
    expect(await refusalOf(ens5)).to.equal(
      'NotEstablishedError: 2 hosts have an interface ens5; say which: "ens5 of k8s-w1"',
    );
  });

  it('must exist, and are compared with what does', async () => {
    const world = newWorld();
    expect(await refusalOf(findNode(world, 'k8s-w3'))).to.equal(
      'NotEstablishedError: there is no node called k8s-w3; did you mean k8s-w1?',
    );
    expect(await refusalOf(findHost(world, 'intrenet'))).to.equal(
      'NotEstablishedError: there is no host or pod intrenet; did you mean internet?',
    );
    expect(await refusalOf(findInterface(world, { device: 'ens4', of: 'k8s-w1' }))).to.equal(
      'NotEstablishedError: there is no interface of k8s-w1 called ens4; did you mean ens5?',
    );
    expect(await refusalOf(findInterface(world, { device: 'cali0', of: undefined }))).to.equal(
      'NotEstablishedError: no node has an interface cali0; there is calice0906292e2, calibd2348b4f67',
    );
  });
});
