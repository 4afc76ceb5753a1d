/**
 * Sentences about who answers a hand-made ARP request.
 */
import { formatMac, type Mac } from '../src/addr/mac';
import { Then } from './support/catalogue';
import { expect } from './support/matchers';
import type { ClusterWorld } from './support/world';

Then(
  '{mac} answers',
  {
    id: 'arp.answered',
    says: 'Demands the MAC address that answered the last ARP request.',
    example: `Given the manifests "one-pod"
      When pod1 asks who has 8.8.8.8
      Then ee:ee:ee:ee:ee:ee answers`,
  },
  function (this: ClusterWorld, mac: Mac) {
    const arping = this.last('arping');
    this.looked('frame of the ARP request', arping.frames.length);
    const what = 'the MAC address that answers';
    expect(arping.answers[0]).to.be.valueLike(formatMac(mac), what);
    this.shown(`ARP answers to ${arping.stimulus.from}`);
  },
);

Then(
  'nobody answers',
  {
    id: 'arp.unanswered',
    says: 'Demands that the last ARP request got no answer. Its control: another request of the same pod, in the same scenario, that does.',
    example: `Given the manifests "one-pod"
      When pod1 asks who has 169.254.1.1
      Then ee:ee:ee:ee:ee:ee answers
      When pod1 asks who has 172.16.158.77
      Then nobody answers`,
  },
  function (this: ClusterWorld) {
    const arping = this.last('arping');
    this.looked('frame of the ARP request', arping.frames.length);
    const seen = arping.answers.join(', ') || 'nobody';
    expect(seen).to.be.valueLike('nobody', 'who answers');
    this.claimed(
      `ARP answers to ${arping.stimulus.from}`,
      'on a dead link nobody answers either; add a control: ask for an address that is answered, ' +
        `such as ${this.quote('when', 'arping', 'pod1', '192.168.10.101')} and ` +
        this.quote('then', 'arp.answered', 'ee:ee:ee:ee:ee:ee'),
    );
  },
);
