/** What a driver does with resources: apply, delete, patch. */
import { expect } from 'chai';
import type { Driver } from '../driver';
import { type Duty, inputFile, PODS, pingTo, refusalOf } from './world.contract';

const POOL = 'default-ipv4-ippool';

function podText(name: string, node: string): string {
  return [
    'apiVersion: v1',
    'kind: Pod',
    `metadata: {name: ${name}}`,
    `spec: {nodeName: ${node}, containers: [{name: one, image: one}]}`,
    '',
  ].join('\n');
}

async function podsOf(driver: Driver): Promise<readonly string[]> {
  const { workloads } = await driver.inventory();
  return workloads.map(({ pod, node }) => `${pod} on ${node}`);
}

export const CHANGES: readonly Duty[] = [
  {
    name: 'says of each resource what became of it',
    async check(driver) {
      const again = await driver.apply(`${inputFile(PODS)}---\n${podText('pod3', 'k8s-w2')}`, PODS);
      expect(again).to.deep.equal([
        { kind: 'Pod', name: 'default/pod1', result: 'unchanged' },
        { kind: 'Pod', name: 'default/pod2', result: 'unchanged' },
        { kind: 'Pod', name: 'default/pod3', result: 'created' },
      ]);
      expect(await podsOf(driver)).to.deep.equal([
        'default/pod1 on k8s-w1',
        'default/pod2 on k8s-w2',
        'default/pod3 on k8s-w2',
      ]);
    },
  },
  {
    name: 'refuses a wrong document with its place; what was before it stays',
    async check(driver) {
      const text = `${podText('pod3', 'k8s-w2')}---\n${podText('pod4', 'k8s-w9')}`;
      const words = await refusalOf(driver.apply(text, 'pods.yaml'));
      expect(words.split('\n')[0]).to.match(/^pods\.yaml:9:\d+: .*k8s-w9/);
      expect(await podsOf(driver)).to.include('default/pod3 on k8s-w2');
      expect(await podsOf(driver)).to.have.length(3);
    },
  },
  {
    name: 'deletes a resource, once',
    async check(driver) {
      await driver.delete('Pod', 'pod2');
      expect(await podsOf(driver)).to.deep.equal(['default/pod1 on k8s-w1']);
      expect(await refusalOf(driver.delete('Pod', 'pod2'))).to.match(/^there is no Pod pod2/);
      const outcome = await driver.run(pingTo('172.16.184.1'));
      expect(outcome.kind === 'ping' && outcome.received).to.equal(0);
    },
  },
  {
    name: 'refuses kinds and names that are not there, and says which are near',
    async check(driver) {
      expect(await refusalOf(driver.delete('Pood', 'pod2'))).to.match(/^there is no kind Pood/);
      expect(await refusalOf(driver.delete('Pod', 'pod3'))).to.equal(
        'there is no Pod pod3; did you mean default/pod1?',
      );
      expect(await refusalOf(driver.patch('IPPool', 'default-ipv4-ippol', {}))).to.equal(
        `there is no IPPool default-ipv4-ippol; did you mean ${POOL}?`,
      );
    },
  },
  {
    name: 'patches the fields that are named, and no others',
    async check(driver) {
      const before = await driver.inventory();
      await driver.patch('IPPool', POOL, { spec: { natOutgoing: false } });
      const after = await driver.inventory();
      const [pool] = before.pools;
      expect(after).to.deep.equal({ ...before, pools: [{ ...pool, natOutgoing: false }] });
      expect(await driver.ipset('k8s-w1', 'cali40masq-ipam-pools')).to.deep.equal([]);
    },
  },
  {
    name: 'refuses a patch whose result is not valid; the resource stays as it was',
    async check(driver) {
      const before = await driver.inventory();
      const words = await refusalOf(driver.patch('IPPool', POOL, { spec: { ipipMode: 'Maybe' } }));
      expect(words).to.match(/ipipMode/);
      expect(await driver.inventory()).to.deep.equal(before);
    },
  },
];
