/**
 * `ip -d link`: what only this kind of device has, and how its queues are cut (`print_linkinfo`,
 * iproute2 6.1). What Ubuntu 22.04's kernel, 5.15, does not tell is not printed there.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import type { Device, DeviceDriver } from '../../../kernel/devices/device';
import { VxlanDriver } from '../../../kernel/devices/vxlan';
import type { Distribution } from '../../command';
import { type Field, field } from '../field';
import type { JsonRecord } from '../json';

/** The most that a device of Ethernet may take; others name no limits. */
const ETHERNET_LIMITS = [68, 65_535] as const;
/** A veth has a queue for each processor. */
const VETH_QUEUES = 2;

export function detailFields(device: Device, distribution: Distribution): readonly Field[] {
  const { driver } = device;
  const isNew = distribution === 'debian-12';
  const [low, high] =
    driver.kind === 'loopback' || driver.kind === 'ipip' ? [0, 0] : ETHERNET_LIMITS;
  const queues = driver.kind === 'veth' ? VETH_QUEUES : 1;
  return [
    field(isNew ? ' promiscuity 0 ' : ' promiscuity 0', 'promiscuity', 0),
    ...(isNew ? [field(' allmulti 0', 'allmulti', 0)] : []),
    field(` minmtu ${low}`, 'min_mtu', low),
    field(` maxmtu ${high} `, 'max_mtu', high),
    ...kindFields(driver),
    field('addrgenmode eui64 ', 'inet6_addr_gen_mode', 'eui64'),
    field(`numtxqueues ${queues} `, 'num_tx_queues', queues),
    field(`numrxqueues ${queues} `, 'num_rx_queues', queues),
    field('gso_max_size 65536 ', 'gso_max_size', 65_536),
    field('gso_max_segs 65535 ', 'gso_max_segs', 65_535),
    ...(isNew ? newerLimits() : []),
  ];
}

function newerLimits(): readonly Field[] {
  return [
    field('tso_max_size 524280 ', 'tso_max_size', 524_280),
    field('tso_max_segs 65535 ', 'tso_max_segs', 65_535),
    field('gro_max_size 65536 ', 'gro_max_size', 65_536),
  ];
}

/** `linkinfo`, on a line of its own. */
function kindFields(driver: DeviceDriver): readonly Field[] {
  if (driver.kind === 'loopback' || driver.kind === 'nic') return [];
  const words = kindWords(driver);
  const info: JsonRecord = { info_kind: driver.kind };
  return [field(`\n    ${driver.kind} ${words}`, 'linkinfo', info)];
}

function kindWords(driver: DeviceDriver): string {
  if (driver.kind === 'ipip') return 'any remote any local any ttl inherit nopmtudisc ';
  return driver instanceof VxlanDriver ? vxlanWords(driver) : '';
}

function vxlanWords({ options }: VxlanDriver): string {
  const { vni, local, port } = options;
  const ports = `srcport 0 0 dstport ${port} nolearning`;
  const checksums = 'udpcsum noudp6zerocsumtx noudp6zerocsumrx';
  return `id ${vni} local ${formatIpv4(local)} ${ports} ttl auto ageing 300 ${checksums} `;
}
