/** What a driver shows of a cluster: its inventory, and the tables of its hosts. */
import { expect } from 'chai';
import { formatCidr } from '../../addr/cidr';
import { formatIpv4 } from '../../addr/ipv4';
import { formatMac } from '../../addr/mac';
import { formatRoute } from '../../host/format-route';
import type { Driver, Tuple } from '../driver';
import { type Duty, pingTo, refusalOf } from './world.contract';

async function routeTexts(driver: Driver, host: string): Promise<readonly string[]> {
  return (await driver.routes(host)).map((route) => formatRoute(route).trim());
}

function tupleText({ source, destination, icmpId, sourcePort }: Tuple): string {
  return `${formatIpv4(source)} > ${formatIpv4(destination)} ${icmpId ?? sourcePort}`;
}

const CALI1 = 'calice0906292e2';

export const TABLES: readonly Duty[] = [
  {
    name: 'names all that a sentence can name',
    async check(driver) {
      const all = await driver.inventory();
      const named = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
      expect({
        nodes: all.nodes.map(({ name, address, nic }) => `${name} ${formatIpv4(address)} ${nic}`),
        workloads: all.workloads.map(
          (one) => `${one.pod} ${one.node} ${formatIpv4(one.address)} ${one.interface}`,
        ),
        profiles: all.workloads[0]?.profiles,
        segments: all.segments.map(({ name, cidr }) => `${name} ${cidr}`),
        others: [...named(all.routers), ...named(all.outside)],
        pools: all.pools,
        blocks: all.blocks.map((one) => `${one.cidr} ${one.node} ${one.addressesInUse}`),
      }).to.deep.equal({
        nodes: [
          'k8s-m 192.168.10.10 ens5',
          'k8s-w0 192.168.20.100 ens5',
          'k8s-w1 192.168.10.101 ens5',
          'k8s-w2 192.168.10.102 ens5',
        ],
        workloads: [
          `default/pod1 k8s-w1 172.16.158.1 ${CALI1}`,
          'default/pod2 k8s-w2 172.16.184.1 calibd2348b4f67',
        ],
        profiles: ['kns.default', 'ksa.default.default'],
        segments: ['lan10 192.168.10.0/24', 'lan20 192.168.20.0/24', 'outside 8.8.8.0/24'],
        others: ['router', 'internet'],
        pools: [
          {
            name: 'default-ipv4-ippool',
            cidr: '172.16.0.0/16',
            blockSize: 24,
            ipipMode: 'Always',
            vxlanMode: 'Never',
            natOutgoing: true,
          },
        ],
        blocks: [
          '172.16.34.0/24 k8s-w0 1',
          '172.16.116.0/24 k8s-m 1',
          '172.16.158.0/24 k8s-w1 2',
          '172.16.184.0/24 k8s-w2 2',
        ],
      });
    },
  },
  {
    name: 'shows routes in the order of ip route',
    async check(driver) {
      expect(await routeTexts(driver, 'k8s-w1')).to.deep.equal([
        'default via 192.168.10.254 dev ens5',
        '172.16.34.0/24 via 192.168.20.100 dev tunl0 proto bird onlink',
        '172.16.116.0/24 via 192.168.10.10 dev tunl0 proto bird onlink',
        'blackhole 172.16.158.0/24 proto bird',
        `172.16.158.1 dev ${CALI1} scope link`,
        '172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink',
        '192.168.10.0/24 dev ens5 proto kernel scope link src 192.168.10.101',
      ]);
      expect(await routeTexts(driver, 'default/pod1')).to.deep.equal([
        'default via 169.254.1.1 dev eth0',
        '169.254.1.1 dev eth0 scope link',
      ]);
    },
  },
  {
    name: 'shows links with their addresses',
    async check(driver) {
      const links = await driver.links('k8s-w1');
      const texts = links.map(({ name, kind, mtu, isUp, addresses }) =>
        [name, kind, mtu, isUp ? 'up' : 'down', ...addresses.map(formatCidr)].join(' '),
      );
      expect(texts).to.deep.equal([
        'lo loopback 65536 up 127.0.0.1/8',
        'ens5 nic 1500 up 192.168.10.101/24',
        'tunl0 ipip 1480 up 172.16.158.0/32',
        `${CALI1} veth 1480 up`,
      ]);
      const cali = links.find(({ name }) => name === CALI1)?.mac;
      expect(cali && formatMac(cali)).to.equal('ee:ee:ee:ee:ee:ee');
    },
  },
  {
    name: 'shows neighbours as ip neigh does',
    async check(driver) {
      await driver.run(pingTo('172.16.184.1'));
      const rows = await driver.neighbours('default/pod1');
      expect(
        rows.map(({ device, address, mac, state }) =>
          [device, formatIpv4(address), mac && formatMac(mac), state].join(' '),
        ),
      ).to.deep.equal(['eth0 169.254.1.1 ee:ee:ee:ee:ee:ee REACHABLE']);
    },
  },
  {
    name: 'shows connections in both directions',
    async check(driver) {
      await driver.run(pingTo('172.16.184.1'));
      const [row, ...others] = (await driver.connections('k8s-w1')).filter(
        ({ protocol }) => protocol === 'icmp',
      );
      expect(others).to.deep.equal([]);
      expect(row && [tupleText(row.original), tupleText(row.reply), row.flags]).to.deep.equal([
        '172.16.158.1 > 172.16.184.1 7',
        '172.16.184.1 > 172.16.158.1 7',
        [],
      ]);
    },
  },
  {
    name: 'shows the members of sets, and that there is no such set',
    async check(driver) {
      expect(await driver.ipset('k8s-w1', 'cali40masq-ipam-pools')).to.deep.equal([
        '172.16.0.0/16',
      ]);
      expect(await driver.ipset('k8s-w1', 'no-such-set')).to.equal(undefined);
    },
  },
  {
    name: 'shows chains as iptables -S does, and that there is no such chain',
    async check(driver) {
      expect(await driver.chain('k8s-w1', 'nat', 'cali-nat-outgoing')).to.deep.equal([
        '-N cali-nat-outgoing',
        '-A cali-nat-outgoing -m comment --comment "cali:flqWnvo8yq4ULQLa" -m set --match-set cali40masq-ipam-pools src -m set ! --match-set cali40all-ipam-pools dst -j MASQUERADE --random-fully',
      ]);
      expect((await driver.chain('k8s-w1', 'filter', 'FORWARD'))?.[0]).to.equal(
        '-P FORWARD ACCEPT',
      );
      expect(await driver.chain('k8s-w1', 'nat', 'no-such-chain')).to.equal(undefined);
      expect(await driver.chain('k8s-w1', 'no-such-table', 'FORWARD')).to.equal(undefined);
    },
  },
  {
    name: 'shows sysctls, and that there is no such path',
    async check(driver) {
      expect(await driver.sysctl('k8s-w1', 'net.ipv4.ip_forward')).to.equal('1');
      expect(await driver.sysctl('k8s-w1', `net.ipv4.conf.${CALI1}.proxy_arp`)).to.equal('1');
      expect(await driver.sysctl('k8s-w1', 'net.ipv4.no_such')).to.equal(undefined);
    },
  },
  {
    name: 'refuses hosts that are not there, whatever is asked of them',
    async check(driver) {
      const asked: readonly Promise<unknown>[] = [
        driver.neighbours('k8s-w9'),
        driver.routes('k8s-w9'),
        driver.links('k8s-w9'),
        driver.connections('k8s-w9'),
        driver.ipset('k8s-w9', 'one'),
        driver.chain('k8s-w9', 'nat', 'PREROUTING'),
        driver.sysctl('k8s-w9', 'net.ipv4.ip_forward'),
        driver.exec('k8s-w9', 'hostname'),
        driver.run(pingTo('8.8.8.8', { from: 'k8s-w9' })),
      ];
      for (const one of asked) expect(await refusalOf(one)).to.match(/^there is no host k8s-w9/);
    },
  },
];
