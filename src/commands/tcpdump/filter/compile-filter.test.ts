import { expect } from 'chai';
import fc from 'fast-check';
import { ipv4 } from '../../../addr/ipv4';
import { captureBytes, LINKTYPE_ETHERNET } from '../../../wire/capture/capture';
import { encodeFrame } from '../../../wire/encode';
import { arbitraryFrame } from '../../../wire/testing/arbitrary-frames';
import { frameOf, ipip, packetOf } from '../../../wire/testing/sample-frames';
import { compileFilter } from './compile-filter';
import { filters } from './filters.fixture';

const names = {
  hosts: (name: string) => (name === 'k8s-w1' ? [ipv4('192.168.10.101')] : []),
};

function lets(filter: string, bytes: Uint8Array): boolean {
  return compileFilter(filter, LINKTYPE_ETHERNET, names, false)(bytes, bytes.length, undefined);
}

/** Filters that load nothing that may not be there, and that can be true. */
const sound = filters.filter((filter) => !/\[/.test(filter));
const filter = fc.constantFrom(...sound);
const bytes = arbitraryFrame.map(encodeFrame);

describe('a filter', () => {
  it('looks at the outer header only', () => {
    const tunnelled = captureBytes(frameOf(ipip(packetOf({}))));
    expect(lets('proto 4', tunnelled)).to.equal(true);
    expect(lets('icmp', tunnelled)).to.equal(false);
    expect(lets('host 172.16.158.3', tunnelled)).to.equal(false);
  });

  it('knows the names of /etc/hosts', () => {
    const tunnelled = captureBytes(frameOf(ipip(packetOf({}))));
    expect(lets('src host k8s-w1', tunnelled)).to.equal(true);
    expect(lets('dst host k8s-w1', tunnelled)).to.equal(false);
  });

  it('that is empty lets everything through', () => {
    expect(lets('', Uint8Array.of(1))).to.equal(true);
  });

  it('says which primitives are not modelled', () => {
    expect(() => lets('vlan 5', Uint8Array.of())).to.throw('not modelled here: the filter');
  });

  it('with too many words or brackets is refused', () => {
    const words = `host 1.2.3.4${' or 1.2.3.4'.repeat(2000)}`;
    expect(() => lets(words, Uint8Array.of())).to.throw('a filter of over 2000 words');
    expect(() => lets('('.repeat(900), Uint8Array.of())).to.throw('over 200 brackets');
  });

  it('that is denied twice is itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...filters.slice(1)), bytes, (one, frame) => {
        expect(outcome(`not (not (${one}))`, frame)).to.equal(outcome(one, frame));
      }),
    );
  });

  it('obeys De Morgan', () => {
    fc.assert(
      fc.property(filter, filter, bytes, (one, other, frame) => {
        const together = outcome(`not ((${one}) and (${other}))`, frame);
        expect(together).to.equal(outcome(`(not (${one})) or (not (${other}))`, frame));
      }),
    );
  });

  it('commutes in its conjunctions and disjunctions', () => {
    fc.assert(
      fc.property(filter, filter, bytes, (one, other, frame) => {
        for (const joint of ['and', 'or']) {
          const forwards = outcome(`(${one}) ${joint} (${other})`, frame);
          expect(forwards).to.equal(outcome(`(${other}) ${joint} (${one})`, frame));
        }
      }),
    );
  });
});

/** One that rejects all packets lets none through. */
function outcome(filter: string, frame: Uint8Array): boolean {
  try {
    return lets(filter, frame);
  } catch (error) {
    expect(String(error)).to.contain('expression rejects all packets');
    return false;
  }
}
