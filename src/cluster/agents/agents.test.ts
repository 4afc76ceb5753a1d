import { expect } from 'chai';
import { formatIpv4 } from '../../addr/ipv4';
import { runCommandLine } from '../../commands/testing/run-command-line';
import { applyManifest } from '../apply';
import type { Cluster } from '../cluster';
import { applyPods, everythingOf, hostOf, kans, patchPool, pingIn, setOf } from '../testing/labs';

const W1 = 'k8s-w1';
const POD1 = 'default/pod1';
const CALI1 = 'calice0906292e2';
const NODE = '192.168.10.101';

/** Two pods on k8s-w1, and one on k8s-w2. */
function lab(seed = 1): Cluster {
  const cluster = kans(seed);
  applyPods(cluster, ['pod1', W1], ['pod2', W1], ['pod3', 'k8s-w2']);
  return cluster;
}

function type(cluster: Cluster, line: string, host = W1): void {
  const { exit, stderr } = runCommandLine(line, hostOf(cluster, host));
  expect(stderr, line).to.equal('');
  expect(exit, line).to.equal(0);
}

function wait({ network }: Cluster, seconds: number): void {
  network.scheduler.runUntil(network.nowUs + seconds * 1_000_000);
}

/** What agents did, in their words, `HOST WHO: WHAT`. */
function deeds({ journal }: Cluster): readonly string[] {
  return journal
    .filter(({ by }) => by !== 'hand')
    .map(({ host, by, what }) => `${host} ${by}: ${what}`);
}

let icmpId = 100;

/** A ping of its own each time, for the tracker remembers what it let through before. */
function isAnswered(cluster: Cluster, to: string): boolean {
  icmpId += 1;
  return pingIn(cluster, POD1, to, icmpId).received === 1;
}

function targetsIn(cluster: Cluster, chain: string): readonly (string | undefined)[] {
  const { ruleValues } = hostOf(cluster, W1).netfilter.chain('filter', chain);
  return ruleValues.map(({ target }) => target?.kind);
}

describe('the agents of a node', () => {
  it('find nothing to do on a node that only somebody looked at, or changed in vain', () => {
    const cluster = lab();
    const before = everythingOf(cluster);
    for (const table of ['raw', 'mangle', 'nat', 'filter']) {
      type(cluster, `iptables -t ${table} -N mine`);
      type(cluster, `iptables -t ${table} -X mine`);
    }
    type(cluster, 'ipset create mine hash:ip');
    type(cluster, 'ip link set ens5 mtu 1500');
    wait(cluster, 200);
    expect(deeds(cluster)).to.deep.equal([]);
    expect(everythingOf(cluster)).to.deep.equal(before);
  });

  it('plan nothing on a node that nobody touched', () => {
    const cluster = lab();
    wait(cluster, 86_400);
    expect(cluster.journal).to.deep.equal([]);
  });

  it('put back the rules of a chain that was flushed, with the next refresh', () => {
    const cluster = lab();
    const before = everythingOf(cluster);
    type(cluster, 'iptables -t nat -F cali-nat-outgoing');
    expect(isAnswered(cluster, '8.8.8.8')).to.equal(false);
    wait(cluster, 90);
    expect(isAnswered(cluster, '8.8.8.8')).to.equal(true);
    expect(deeds(cluster)).to.deep.equal([
      'k8s-w1 felix: wrote chain cali-nat-outgoing of table nat anew: 1 rule was missing',
    ]);
    expect(everythingOf(cluster)).to.deep.equal(before);
  });

  it('put their rules before a foreign one, and leave that where it is then', () => {
    const cluster = lab();
    type(cluster, 'iptables -I INPUT -j DROP');
    expect(isAnswered(cluster, NODE)).to.equal(false);
    wait(cluster, 90);
    expect(isAnswered(cluster, NODE)).to.equal(true);
    expect(targetsIn(cluster, 'INPUT')).to.deep.equal(['jump', 'drop']);
    expect(deeds(cluster)).to.deep.equal([
      'k8s-w1 felix: put its rules back into their places in INPUT of table filter',
    ]);
  });

  it('cannot help where what they accept is accepted at the end of FORWARD, behind a foreign DROP', () => {
    const cluster = lab();
    type(cluster, 'iptables -I FORWARD -j DROP');
    wait(cluster, 90);
    expect(targetsIn(cluster, 'FORWARD')).to.deep.equal(['jump', 'drop', 'accept', 'mark']);
    expect(isAnswered(cluster, '172.16.158.2')).to.equal(false);
  });

  it('move to the end again what belongs there', () => {
    const cluster = lab();
    type(cluster, 'iptables -A FORWARD -j DROP');
    wait(cluster, 90);
    expect(targetsIn(cluster, 'FORWARD')).to.deep.equal(['jump', 'drop', 'accept', 'mark']);
  });

  it('look again soon after they have written', () => {
    const cluster = lab();
    type(cluster, 'iptables -I FORWARD -j DROP');
    wait(cluster, 90);
    type(cluster, 'iptables -I FORWARD -j DROP');
    const written = cluster.journal.find(({ by }) => by === 'felix')?.atUs ?? 0;
    const agoS = (cluster.network.nowUs - written) / 1_000_000;
    wait(cluster, agoS + 2);
    expect(deeds(cluster)).to.have.length(2);
  });

  it('clear out what is not theirs from their own chains, and chains of theirs that they do not know', () => {
    const cluster = lab();
    const before = everythingOf(cluster);
    type(cluster, 'iptables -I cali-FORWARD -j DROP');
    type(cluster, 'iptables -N cali-mine');
    type(cluster, 'iptables -A INPUT -j cali-mine');
    wait(cluster, 90);
    expect(everythingOf(cluster)).to.deep.equal(before);
    expect(deeds(cluster)).to.deep.equal([
      "k8s-w1 felix: wrote chain cali-FORWARD of table filter anew: 1 rule was not Felix's",
      'k8s-w1 felix: put its rules back into their places in INPUT of table filter',
      'k8s-w1 felix: deleted chain cali-mine of table filter, which Felix does not know',
    ]);
  });

  it('read a table again before Calico writes to it', () => {
    const cluster = lab();
    type(cluster, 'iptables -I INPUT -j DROP');
    applyPods(cluster, ['pod4', W1]);
    expect(isAnswered(cluster, NODE)).to.equal(true);
  });

  it('do not mind that what Calico takes away is gone already', () => {
    const cluster = lab();
    type(cluster, 'iptables -F FORWARD');
    type(cluster, 'iptables -t nat -F cali-nat-outgoing');
    type(cluster, `ip link del ${CALI1}`);
    patchPool(cluster, { ipipMode: 'Never', vxlanMode: 'Always' });
    patchPool(cluster, { ipipMode: 'Always', vxlanMode: 'Never' });
    wait(cluster, 100);
    expect(pingIn(cluster, 'default/pod2', '8.8.8.8').received).to.equal(1);
  });

  it('put back the routes, BIRD sooner than Felix', () => {
    const cluster = lab();
    const before = everythingOf(cluster);
    type(cluster, 'ip route del 172.16.158.2');
    type(cluster, 'ip route del 172.16.184.0/24');
    type(cluster, 'ip route del blackhole 172.16.158.0/24');
    type(cluster, `ip route add 10.9.0.0/24 dev ${CALI1}`);
    expect(isAnswered(cluster, '172.16.158.2')).to.equal(false);
    wait(cluster, 2);
    expect(deeds(cluster)).to.deep.equal([
      'k8s-w1 bird: put back the route blackhole 172.16.158.0/24 proto bird',
      'k8s-w1 bird: put back the route 172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink',
    ]);
    expect(isAnswered(cluster, '172.16.158.2')).to.equal(false);
    wait(cluster, 100);
    expect(deeds(cluster).slice(2)).to.deep.equal([
      'k8s-w1 felix: put back the route 172.16.158.2 dev calibd2348b4f67 scope link',
      `k8s-w1 felix: removed the route 10.9.0.0/24 dev ${CALI1} scope link`,
    ]);
    expect(everythingOf(cluster)).to.deep.equal(before);
  });

  it('leave a route of somebody else alone, even where BIRD had one', () => {
    const cluster = lab();
    type(cluster, 'ip route replace 172.16.184.0/24 via 192.168.10.102');
    type(cluster, 'ip route add 10.9.0.0/24 via 192.168.10.102');
    wait(cluster, 200);
    expect(deeds(cluster)).to.deep.equal([]);
    expect(isAnswered(cluster, '172.16.184.1')).to.equal(true);
  });

  it('keep tunl0 up and its one address there, and BIRD then finds its way again', () => {
    const cluster = lab();
    const before = everythingOf(cluster);
    type(cluster, 'ip link set tunl0 down');
    type(cluster, 'ip addr del 172.16.158.0/32 dev tunl0');
    type(cluster, 'ip addr add 10.0.0.1/32 dev tunl0');
    wait(cluster, 3);
    expect(deeds(cluster)).to.deep.equal([]);
    wait(cluster, 10);
    expect(everythingOf(cluster)).to.deep.equal(before);
    expect(deeds(cluster).slice(0, 3)).to.deep.equal([
      'k8s-w1 felix: ip addr add 172.16.158.0/32 dev tunl0',
      'k8s-w1 felix: ip addr del 10.0.0.1/32 dev tunl0',
      'k8s-w1 felix: ip link set tunl0 up',
    ]);
  });

  it('write the settings of an interface when it comes up, and at no other time', () => {
    const cluster = lab();
    type(cluster, `sysctl -w net.ipv4.conf.${CALI1}.proxy_arp=0`);
    wait(cluster, 300);
    expect(deeds(cluster)).to.deep.equal([]);
    type(cluster, `ip link set ${CALI1} down`);
    type(cluster, `ip link set ${CALI1} up`);
    wait(cluster, 1);
    expect(deeds(cluster)).to.deep.equal([
      `k8s-w1 felix: sysctl -w net.ipv4.conf.${CALI1}.proxy_arp=1`,
      `k8s-w1 felix: put back the route 172.16.158.1 dev ${CALI1} scope link`,
    ]);
  });

  it('see that a pod took its own end down and up', () => {
    const cluster = lab();
    type(cluster, `sysctl -w net.ipv4.conf.${CALI1}.proxy_arp=0`);
    type(cluster, 'ip link set eth0 down', POD1);
    wait(cluster, 1);
    type(cluster, 'ip link set eth0 up', POD1);
    wait(cluster, 1);
    expect(deeds(cluster)).to.deep.equal([
      `k8s-w1 felix: sysctl -w net.ipv4.conf.${CALI1}.proxy_arp=1`,
    ]);
  });

  it('put back the members of a set', () => {
    const cluster = lab();
    type(cluster, 'ipset del cali40masq-ipam-pools 172.16.0.0/16');
    expect(isAnswered(cluster, '8.8.8.8')).to.equal(false);
    wait(cluster, 11);
    expect(isAnswered(cluster, '8.8.8.8')).to.equal(true);
    expect(deeds(cluster)).to.deep.equal([
      'k8s-w1 felix: put back the members of the ipset cali40masq-ipam-pools',
    ]);
  });

  it('put back what vxlan.calico knows of the other nodes', () => {
    const cluster = lab();
    patchPool(cluster, { ipipMode: 'Never', vxlanMode: 'Always' });
    expect(isAnswered(cluster, '172.16.184.1')).to.equal(true);
    for (const { device, address } of hostOf(cluster, W1).neighbours.rows()) {
      if (device.name !== 'vxlan.calico') continue;
      type(cluster, `ip neigh del ${formatIpv4(address)} dev vxlan.calico`);
    }
    expect(isAnswered(cluster, '172.16.184.1')).to.equal(false);
    wait(cluster, 100);
    expect(isAnswered(cluster, '172.16.184.1')).to.equal(true);
  });

  it('make vxlan.calico again, and all that was on it', () => {
    const cluster = lab();
    patchPool(cluster, { ipipMode: 'Never', vxlanMode: 'Always' });
    const before = everythingOf(cluster);
    type(cluster, 'ip link del vxlan.calico');
    expect(isAnswered(cluster, '172.16.184.1')).to.equal(false);
    wait(cluster, 11);
    expect(isAnswered(cluster, '172.16.184.1')).to.equal(true);
    expect(everythingOf(cluster)).to.deep.equal(before);
  });

  it('set the MTU of tunl0 back', () => {
    const cluster = lab();
    type(cluster, 'ip link set tunl0 mtu 1400');
    wait(cluster, 10);
    expect(deeds(cluster)).to.deep.equal(['k8s-w1 felix: ip link set tunl0 mtu 1480']);
  });

  it('know a rule by its comment, and do not see that somebody changed its words', () => {
    const cluster = lab();
    const rule = '-m comment --comment cali:flqWnvo8yq4ULQLa -j RETURN';
    type(cluster, `iptables -t nat -R cali-nat-outgoing 1 ${rule}`);
    wait(cluster, 200);
    expect(deeds(cluster)).to.deep.equal([]);
    expect(isAnswered(cluster, '8.8.8.8')).to.equal(false);
  });

  it('destroy sets of theirs that they do not know, and leave all others alone', () => {
    const cluster = lab();
    type(cluster, 'ipset create cali40mine hash:ip');
    type(cluster, 'ipset create mine hash:ip');
    wait(cluster, 11);
    expect(setOf(cluster, W1, 'cali40mine')).to.equal(undefined);
    expect(setOf(cluster, W1, 'mine')).to.deep.equal([]);
    expect(deeds(cluster)).to.deep.equal([
      'k8s-w1 felix: destroyed the ipset cali40mine, which Felix does not know',
    ]);
  });

  it('do as FelixConfiguration says, and never look where an interval is zero', () => {
    const cluster = lab();
    applyManifest(cluster, felixConfiguration({ iptablesRefreshInterval: '0s' }), 'felix.yaml');
    type(cluster, 'iptables -t nat -F cali-nat-outgoing');
    wait(cluster, 1000);
    expect(deeds(cluster)).to.deep.equal([]);
    applyManifest(cluster, felixConfiguration({ iptablesRefreshInterval: '5m' }), 'felix.yaml');
    expect(deeds(cluster), 'Felix begins anew').to.have.length(1);
    type(cluster, 'iptables -t mangle -F cali-PREROUTING');
    wait(cluster, 140);
    expect(deeds(cluster)).to.have.length(1);
    wait(cluster, 160);
    expect(deeds(cluster)).to.have.length(2);
  });

  it('begin anew with other settings: Felix writes every setting and looks at everything, BIRD does not', () => {
    const cluster = lab();
    type(cluster, 'sysctl -w net.ipv4.ip_forward=0');
    type(cluster, `sysctl -w net.ipv4.conf.${CALI1}.proxy_arp=0`);
    type(cluster, 'ip route del 172.16.158.2');
    type(cluster, 'ip route del 172.16.184.0/24');
    applyManifest(cluster, felixConfiguration({ routeRefreshInterval: '30s' }), 'felix.yaml');
    expect(isAnswered(cluster, '172.16.158.2')).to.equal(true);
    expect(deeds(cluster).filter((deed) => deed.includes('bird'))).to.deep.equal([]);
    wait(cluster, 2);
    expect(isAnswered(cluster, '172.16.184.1')).to.equal(true);
  });

  it('write down who changed what, by hand and otherwise', () => {
    const cluster = lab();
    type(cluster, 'ip route del 172.16.184.0/24');
    type(cluster, 'iptables -t nat -F');
    wait(cluster, 2);
    expect(cluster.journal.map(({ by, what }) => `${by}: ${what}`)).to.deep.equal([
      'hand: ip route del 172.16.184.0/24',
      'hand: iptables -t nat -F',
      'bird: put back the route 172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink',
    ]);
  });

  it('do the same at the same time for the same seed', () => {
    const run = (seed: number) => {
      const cluster = lab(seed);
      type(cluster, 'iptables -t nat -F cali-nat-outgoing');
      type(cluster, 'ip route del 172.16.158.2');
      wait(cluster, 100);
      return cluster.journal;
    };
    expect(run(4)).to.deep.equal(run(4));
    expect(run(4)).to.not.deep.equal(run(5));
  });
});

function felixConfiguration(spec: object): string {
  return JSON.stringify({
    apiVersion: 'projectcalico.org/v3',
    kind: 'FelixConfiguration',
    metadata: { name: 'default' },
    spec,
  });
}
