import { expect } from 'chai';
import fc from 'fast-check';
import { ipv4 } from '../addr/ipv4';
import {
  frameLength,
  isFragment,
  packetLength,
  withDestination,
  withPayload,
  withSource,
  withTtl,
} from './ipv4';
import { arbitraryPacket } from './testing/arbitrary-frames';
import { echo, frameOf, ipip, packetOf, vxlan } from './testing/sample-frames';

const ADDRESS = ipv4('203.0.113.10');

describe('a changed packet', () => {
  it('differs in the one field that was changed, and shares its payload', () => {
    fc.assert(
      fc.property(arbitraryPacket, (packet) => {
        expect(withTtl(packet, 7)).to.deep.equal({ ...packet, ttl: 7 });
        expect(withSource(packet, ADDRESS)).to.deep.equal({ ...packet, source: ADDRESS });
        expect(withDestination(packet, ADDRESS)).to.deep.equal({ ...packet, destination: ADDRESS });
        const payload = echo('reply');
        expect(withPayload(packet, payload)).to.deep.equal({ ...packet, payload });
        expect(withTtl(packet, 7).payload).to.equal(packet.payload);
      }),
    );
  });
});

describe('a ping of 56 bytes', () => {
  it('is 84 bytes long, 98 with Ethernet, 118 in IPIP and 148 in VXLAN', () => {
    const ping = packetOf({});
    const all = [ping, ipip(ping), vxlan(ping)].map((packet) => frameLength(frameOf(packet)));
    expect([packetLength(ping), ...all]).to.deep.equal([84, 98, 118, 148]);
  });
});

describe('a fragment', () => {
  it('says that more follow, or stands behind another', () => {
    const answers = [
      packetOf({}),
      packetOf({ moreFragments: true }),
      packetOf({ fragmentOffset: 8 }),
    ].map(isFragment);
    expect(answers).to.deep.equal([false, true, true]);
  });
});
