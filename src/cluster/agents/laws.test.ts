/** What holds of the agents whatever somebody does to their node. */
import { expect } from 'chai';
import fc from 'fast-check';
import { runCommandLine } from '../../commands/testing/run-command-line';
import type { Cluster } from '../cluster';
import { applyPods, everythingOf, hostOf, kans, patchPool } from '../testing/labs';

/** Of what is Calico's; interfaces of pods are nobody's to make again. */
const DAMAGE = [
  'iptables -F',
  'iptables -t nat -F',
  'iptables -t raw -F PREROUTING',
  'iptables -t mangle -F cali-PREROUTING',
  'iptables -t nat -F cali-nat-outgoing',
  'iptables -I cali-FORWARD -j DROP',
  'iptables -A cali-INPUT -j DROP',
  'iptables -N cali-mine',
  'iptables -D FORWARD 1',
  'iptables -I OUTPUT -j cali-FORWARD',
  'ipset flush',
  'ipset add cali40masq-ipam-pools 10.0.0.0/8',
  'ipset create cali40mine hash:ip',
  'ip route del 172.16.158.1',
  'ip route del 172.16.158.2',
  'ip route del 172.16.184.0/24',
  'ip route del blackhole 172.16.158.0/24',
  'ip route add 10.9.0.0/24 dev calice0906292e2',
  'ip link set tunl0 down',
  'ip link set vxlan.calico down',
  'ip link del vxlan.calico',
  'ip link set tunl0 mtu 1300',
  'ip addr flush dev tunl0',
  'ip addr add 10.0.0.1/32 dev tunl0',
  'ip neigh flush dev ens5',
  'ip link set calice0906292e2 down',
  'ip link set calice0906292e2 up',
];

/** Longer than any agent waits. */
const LONG_US = 400_000_000;

function lab(vxlan: boolean): Cluster {
  const cluster = kans();
  applyPods(cluster, ['pod1', 'k8s-w1'], ['pod2', 'k8s-w1'], ['pod3', 'k8s-w2']);
  if (vxlan) patchPool(cluster, { ipipMode: 'Never', vxlanMode: 'Always' });
  return cluster;
}

/** Some of it fails, as it may: there is no tunl0 with VXLAN, and a chain may be empty already. */
function damage(cluster: Cluster, lines: readonly string[]): void {
  const { network } = cluster;
  for (const line of lines) {
    runCommandLine(line, hostOf(cluster, 'k8s-w1'));
    network.scheduler.runUntil(network.nowUs + 700_000);
  }
  runCommandLine('ip link set calice0906292e2 up', hostOf(cluster, 'k8s-w1'));
}

const damages = fc.shuffledSubarray([...DAMAGE], { minLength: 1, maxLength: 8 });

describe("what is broken by hand of what is Calico's", () => {
  it('is whole again in the end, and then nobody does anything any more', () => {
    fc.assert(
      fc.property(fc.boolean(), damages, (vxlan, lines) => {
        const cluster = lab(vxlan);
        const before = everythingOf(cluster);
        damage(cluster, lines);
        const { network } = cluster;
        network.scheduler.runUntil(network.nowUs + LONG_US);
        expect(everythingOf(cluster)).to.deep.equal(before);
        const count = cluster.journal.length;
        network.scheduler.runUntil(network.nowUs + LONG_US);
        expect(cluster.journal.length).to.equal(count);
      }),
      { numRuns: 40 },
    );
  });

  it('is no hindrance to what Calico does next', () => {
    fc.assert(
      fc.property(damages, (lines) => {
        const broken = lab(false);
        const whole = lab(false);
        damage(broken, lines);
        for (const cluster of [broken, whole]) {
          applyPods(cluster, ['pod4', 'k8s-w1']);
          patchPool(cluster, { natOutgoing: false });
          cluster.network.scheduler.runUntil(cluster.network.nowUs + LONG_US);
        }
        expect(everythingOf(broken)).to.deep.equal(everythingOf(whole));
      }),
      { numRuns: 20 },
    );
  });
});
