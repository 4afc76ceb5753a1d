/**
 * Runs all features on a dead network. What holds there of packets would hold whatever the cluster did;
 * only scenarios that speak of nothing but what is programmed may hold.
 */
import { expect } from 'chai';
import './index';
import { stepReader } from './support/read-step';
import { heldIn, runFeatures } from './support/run-features';

/** The sentences that demand something of packets, by the beginning of their ids. */
const ABOUT_PACKETS = [
  'arp.',
  'connection',
  'control.',
  'dropped',
  'encapsulated',
  'frames',
  'header',
  'neighbours.',
  'no-reply',
  'not-encapsulated',
  'path',
  'ping.count',
  'ping.error',
  'ping.fails',
  'ping.prints',
  'ping.succeeds',
  'reply.',
  'seen',
  'source.seen',
  'traceroute.hops',
  'unseen',
];

describe('on a dead network', () => {
  it('no assertion about packets holds', async function () {
    this.timeout(60_000);
    const readStep = stepReader();
    const isAboutPackets = (step: string) =>
      readStep(step).some(({ entry }) => ABOUT_PACKETS.some((start) => entry.id.startsWith(start)));
    const held = heldIn(await runFeatures(['features/**/*.feature'], 'dead'));
    // The control: what is programmed is there, so that the silence of the others says something.
    expect(held.length).to.be.greaterThan(10);
    const byAccident = held.filter(({ steps }) => steps.some(isAboutPackets));
    expect(byAccident.map(({ name }) => name)).to.deep.equal([]);
  });
});
