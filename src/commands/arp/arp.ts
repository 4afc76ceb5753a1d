/**
 * `arp [-n] [-a] [-i DEVICE] [ADDRESS]`, `arp -d ADDRESS` and `arp -s ADDRESS MAC` (net-tools 2.10,
 * arp.c).
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import { formatMac, parseMac } from '../../addr/mac';
import type { Device } from '../../kernel/devices/device';
import type { Neighbour } from '../../kernel/neighbour/neighbour';
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { CommandError } from '../../netfilter/command-error';
import { commandOf, linesOf, notModelled, printed } from '../command';
import { nameOfAddress, resolveName } from '../host-names';
import { NET_TOOLS_VERSION } from '../net-tools-version';
import { type ArpCommand, parseArp } from './parse-arp';

const HEADER = 'Address                  HWtype  HWaddress           Flags Mask            Iface';
const EXIT_FAILED = 255;

export const arp = commandOf((words, netns) => {
  const command = parseArp(words);
  switch (command.wants) {
    case 'version':
      return printed(`${NET_TOOLS_VERSION}\n`);
    case 'delete':
      deleteRow(netns, command);
      return printed('');
    case 'set':
      setRow(netns, command);
      return printed('');
    case 'show':
      return printed(render(netns, command));
  }
});

function render(
  netns: Netns,
  { operands, device, isBsd, isNumeric, isVerbose }: ArpCommand,
): string {
  const [name] = operands;
  const address = name === undefined ? undefined : addressOf(netns, name);
  const known = rowsOf(netns, undefined, undefined);
  const rows = rowsOf(netns, device, address);
  const nameOf = (row: Neighbour) => (isNumeric ? undefined : nameOfAddress(netns, row.address));
  if (rows.length === 0 && name !== undefined && !isBsd) {
    return `${name} (${formatIpv4(address ?? addressOf(netns, name))}) -- no entry\n`;
  }
  if (rows.length === 0 && (name ?? device) !== undefined) {
    return `arp: in ${known.length} entries no match found.\n`;
  }
  const lines = isBsd
    ? rows.map((row) => bsdLine(row, nameOf(row)))
    : [...(rows.length === 0 ? [] : [HEADER]), ...rows.map((row) => tableLine(row, nameOf(row)))];
  const skipped = known.length - rows.length;
  const summary = `Entries: ${known.length}\tSkipped: ${skipped}\tFound: ${rows.length}`;
  return linesOf(isVerbose ? [...lines, summary] : lines);
}

/** /proc/net/arp keeps rows without a hardware type of their own to itself. */
function rowsOf(
  netns: Netns,
  device: string | undefined,
  address: Ipv4 | undefined,
): readonly Neighbour[] {
  return [...netns.neighbours.rows()].filter(
    (row) =>
      row.state !== 'none' &&
      row.state !== 'noarp' &&
      (device === undefined || row.device.name === device) &&
      (address === undefined || row.address === address),
  );
}

function addressOf(netns: Netns, name: string): Ipv4 {
  const address = resolveName(netns, name);
  if (address !== undefined) return address;
  throw new CommandError(`${name}: Unknown host`, EXIT_FAILED);
}

function deleteRow(netns: Netns, { operands, device }: ArpCommand): void {
  const [name] = operands;
  if (name === undefined) throw new CommandError('arp: need host name', EXIT_FAILED);
  const [row] = rowsOf(netns, device, addressOf(netns, name));
  if (row === undefined) throw new CommandError(`No ARP entry for ${name}`, EXIT_FAILED);
  const { address } = row;
  applyOp(netns, { kind: 'neighbour-delete', device: row.device.name, address });
}

/** `arp_req_set`: the routes say on which device, where nobody else does. */
function setRow(netns: Netns, { operands, device: name }: ArpCommand): void {
  const [host, macText, ...flags] = operands;
  if (host === undefined) throw new CommandError('arp: need host name', EXIT_FAILED);
  const address = addressOf(netns, host);
  if (macText === undefined) throw new CommandError('arp: need hardware address', EXIT_FAILED);
  const mac = parseMac(macText);
  if (mac === undefined) throw new CommandError('arp: invalid hardware address', EXIT_FAILED);
  const strange = flags.find((flag) => flag !== 'temp');
  if (strange !== undefined) throw notModelled(`arp -s … ${strange}`);
  const device = name === undefined ? deviceTo(netns, address) : netns.devices.get(name);
  if (device === undefined) {
    const why = name === undefined ? 'Network is unreachable' : 'No such device';
    throw new CommandError(`SIOCSARP: ${why}`, EXIT_FAILED);
  }
  const state = flags.includes('temp') ? 'stale' : 'permanent';
  applyOp(netns, { kind: 'neighbour-replace', device: device.name, address, mac, state });
}

/** Where a neighbour is, and not somebody behind a gateway. */
function deviceTo({ fib }: Netns, address: Ipv4): Device | undefined {
  const found = fib.lookup(address);
  return found?.route.via === undefined ? found?.device : undefined;
}

function tableLine(row: Neighbour, hostName: string | undefined): string {
  const address = (hostName ?? formatIpv4(row.address)).padEnd(23);
  const { name } = row.device;
  if (!row.isValid || row.mac === undefined) {
    return `${address}          (incomplete)                              ${name}`;
  }
  const flags = row.state === 'permanent' ? 'CM' : 'C';
  return `${address}  ether   ${formatMac(row.mac)}   ${flags.padEnd(5)}                 ${name}`;
}

function bsdLine(row: Neighbour, hostName = '?'): string {
  const who = `${hostName} (${formatIpv4(row.address)}) at`;
  const { name } = row.device;
  if (!row.isValid || row.mac === undefined) return `${who} <incomplete> on ${name}`;
  const permanent = row.state === 'permanent' ? ' PERM' : '';
  return `${who} ${formatMac(row.mac)} [ether]${permanent} on ${name}`;
}
