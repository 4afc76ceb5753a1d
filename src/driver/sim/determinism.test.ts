/** What only a simulation can promise: time that costs nothing, and the same bytes for the same seed. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { ipv4 } from '../../addr/ipv4';
import type { CapturedFrame } from '../../trace/trace';
import { captureBytes, linkTypeOf } from '../../wire/capture/capture';
import { writePcapng } from '../../wire/capture/write-pcapng';
import { buildWorld, connectTo, inputFile, pingTo } from '../contract/world.contract';
import type { Driver } from '../driver';
import type { Stimulus } from '../stimulus';
import { newSimDriver } from './sim';

/** All interfaces in one file, in the order in which they were first heard. */
function pcapngOf(frames: readonly CapturedFrame[]): Uint8Array {
  const nameOf = ({ host, device }: CapturedFrame) => `${host} ${device}`;
  const types = new Map(frames.map((seen) => [nameOf(seen), linkTypeOf(seen.frame)]));
  return writePcapng({
    interfaces: [...types].map(([name, linkType]) => ({ name, linkType })),
    frames: frames.map((seen) => ({
      interfaceName: nameOf(seen),
      atUs: seen.atUs,
      direction: seen.direction,
      bytes: captureBytes(seen.frame),
    })),
  });
}

const STIMULI: readonly Stimulus[] = [
  pingTo('172.16.184.1', { icmpId: undefined }),
  pingTo('8.8.8.8', { icmpId: undefined }),
  pingTo('172.16.184.1', { size: 3000, df: 'dont' }),
  connectTo('tcp', '8.8.8.8', { sourcePort: undefined }),
  connectTo('udp', '172.16.184.1', { sourcePort: undefined }),
  connectTo('tcp', '172.16.158.77'),
  {
    kind: 'traceroute',
    from: 'default/pod1',
    to: ipv4('8.8.8.8'),
    method: 'icmp',
    maxHops: 4,
  },
];

async function captureOf(
  driver: Driver,
  stimuli: readonly Stimulus[] = STIMULI,
): Promise<Uint8Array> {
  await buildWorld(driver);
  for (const stimulus of stimuli) await driver.run(stimulus);
  await driver.wait(60_000);
  return pcapngOf(await driver.captured());
}

describe('a seed', () => {
  it('gives the same capture byte for byte, twice', async () => {
    const [one, other] = await Promise.all(
      [5, 5].map((seed) => captureOf(newSimDriver({ seed, wire: false }))),
    );
    expect(one?.length).to.be.above(10_000);
    expect(other).to.deep.equal(one);
  });

  it('gives another capture than another seed', async () => {
    const one = await captureOf(newSimDriver({ seed: 5, wire: false }));
    const other = await captureOf(newSimDriver({ seed: 6, wire: false }));
    expect(other).to.not.deep.equal(one);
  });

  it('gives the same capture whether frames go as objects or by way of bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(100), fc.shuffledSubarray([...STIMULI]), async (seed, stimuli) => {
        const objects = await captureOf(newSimDriver({ seed, wire: false }), stimuli);
        const bytes = await captureOf(newSimDriver({ seed, wire: true }), stimuli);
        expect(bytes).to.deep.equal(objects);
      }),
      { numRuns: 15 },
    );
  }).timeout(10_000);
});

describe('virtual time', () => {
  it('passes only where somebody lets it', async () => {
    const driver = newSimDriver({ seed: 1, wire: false });
    await buildWorld(driver);
    await driver.apply(inputFile('manifests/two-pods-two-nodes.yaml'), 'again');
    await driver.inventory();
    const { frames } = await driver.run(pingTo('172.16.184.1'));
    expect(frames[0]?.atUs).to.equal(0);
  });

  it('runs a day in no time', async () => {
    const driver = newSimDriver({ seed: 1, wire: false });
    await buildWorld(driver);
    await driver.run(pingTo('172.16.184.1'));
    await driver.wait(86_400_000);
    const { frames } = await driver.run(pingTo('172.16.184.1'));
    expect(frames[0]?.atUs).to.be.within(86_400_000_000, 86_401_000_000);
    expect(await driver.connections('k8s-w1')).to.have.length(2);
  });

  it('gives two stimuli in a row no common frames or packets', async () => {
    const driver = newSimDriver({ seed: 1, wire: false });
    await buildWorld(driver);
    const one = await driver.run(pingTo('172.16.184.1'));
    const two = await driver.run(pingTo('172.16.184.1'));
    const ids = new Set(one.traces.map(({ id }) => id));
    expect(two.traces.filter(({ id }) => ids.has(id))).to.deep.equal([]);
    expect(two.frames.filter((seen) => one.frames.includes(seen))).to.deep.equal([]);
  });
});
