/**
 * `ip link add NAME type veth|vxlan …` (`iplink_modify`, iproute2 6.1, ip/iplink.c, iplink_vxlan.c).
 */
import { ipv4FromBits } from '../../../addr/ipv4';
import { type Mac, mac } from '../../../addr/mac';
import type { LinkSpec } from '../../../host/op';
import type { Netns } from '../../../kernel/netns';
import { applyOp } from '../../../kernel/ops/apply-op';
import { CommandError } from '../../../netfilter/command-error';
import { notModelled } from '../../command';
import type { IpCommand } from '../ip-object';
import {
  addressOf,
  askKernel,
  deviceNamed,
  EXIT_USAGE,
  type IpWords,
  kernelRefusal,
} from '../ip-words';
import { macOf } from '../neigh/change-neighbour';
import { mtuOf } from './set-link';

/** Kinds that Linux has and this model has not, or not so that a person could add them. */
const NOT_MODELLED: ReadonlySet<string> = new Set([
  'bond',
  'bridge',
  'dummy',
  'gre',
  'ifb',
  'ipip',
  'ipvlan',
  'macvlan',
  'macvtap',
  'sit',
  'tun',
  'vlan',
  'vrf',
  'wireguard',
]);

const DEFAULT_MTU = 1500;
/** Bytes that VXLAN adds to each packet: Ethernet, IP, UDP and its own header. */
const VXLAN_OVERHEAD = 50;
const DEFAULT_VXLAN_PORT = 8472;
const FIRST_OCTET_LOCAL = 0x02;

export const addLink: IpCommand = ({ words, netns }) => {
  let name: string | undefined;
  let kind: string | undefined;
  let address: Mac | undefined;
  let mtu: number | undefined;
  while (!words.isAtEnd && kind === undefined) {
    const word = words.need();
    if (word === 'type') kind = words.need();
    else if (word === 'address') address = macOf(words.need());
    else if (word === 'mtu') mtu = mtuOf(words.need());
    else if (SETTINGS.has(word)) throw notModelled(`ip link add … ${word}`);
    else name = word === 'name' || word === 'dev' ? words.need() : word;
  }
  if (kind === undefined) {
    throw new CommandError('Not enough information: "type" argument is required', EXIT_USAGE);
  }
  if (NOT_MODELLED.has(kind)) throw notModelled(`ip link add type ${kind}`);
  if (kind !== 'veth' && kind !== 'vxlan')
    throw kernelRefusal('Operation not supported', 'Unknown device type');
  if (name === undefined) throw notModelled('ip link add without a name');
  const own = { name, mac: address ?? drawMac(netns), mtu };
  const link = kind === 'veth' ? vethOf(words, netns, own) : vxlanOf(words, netns, own);
  askKernel(() => applyOp(netns, { kind: 'link-add', link }));
  return '';
};

const SETTINGS: ReadonlySet<string> = new Set([
  'broadcast',
  'group',
  'index',
  'link',
  'netns',
  'numrxqueues',
  'numtxqueues',
  'txqueuelen',
]);

interface Own {
  readonly name: string;
  readonly mac: Mac;
  readonly mtu: number | undefined;
}

function vethOf(words: IpWords, netns: Netns, own: Own): LinkSpec {
  let name: string | undefined;
  let peerMac: Mac | undefined;
  while (!words.isAtEnd) {
    const word = words.need();
    if (word === 'peer') continue;
    if (word === 'address') peerMac = macOf(words.need());
    else if (word === 'name') name = words.need();
    else if (SETTINGS.has(word)) throw notModelled(`ip link add … peer ${word}`);
    else name = word;
  }
  if (name === undefined) throw notModelled('ip link add type veth without a peer name');
  const mtu = own.mtu ?? DEFAULT_MTU;
  return {
    kind: 'veth',
    name: own.name,
    mac: own.mac,
    mtu,
    peer: { netns: netns.name, name, mac: peerMac ?? drawMac(netns), mtu: DEFAULT_MTU },
  };
}

function vxlanOf(words: IpWords, netns: Netns, own: Own): LinkSpec {
  let vni: number | undefined;
  let port = DEFAULT_VXLAN_PORT;
  let local = ipv4FromBits(0);
  let device: string | undefined;
  while (!words.isAtEnd) {
    const word = words.need();
    if (word === 'id' || word === 'vni') vni = Number(words.need());
    else if (word === 'dstport') port = Number(words.need());
    else if (word === 'local') local = addressOf(words.need(), 'inet');
    else if (word === 'dev') device = deviceNamed(netns, words.need()).name;
    else if (word !== 'nolearning') throw notModelled(`ip link add type vxlan … ${word}`);
  }
  if (vni === undefined) throw new CommandError('vxlan: missing virtual network identifier', 255);
  if (device === undefined) throw notModelled('ip link add type vxlan without dev');
  const mtu = own.mtu ?? deviceNamed(netns, device).mtu - VXLAN_OVERHEAD;
  return { kind: 'vxlan', name: own.name, mac: own.mac, mtu, vni, port, local, device };
}

/** `eth_random_addr`: drawn, of one host, and given by nobody. */
function drawMac({ random }: Netns): Mac {
  const octets = Array.from({ length: 5 }, () => random.between(0, 255));
  return mac(
    [FIRST_OCTET_LOCAL, ...octets].map((one) => one.toString(16).padStart(2, '0')).join(':'),
  );
}
