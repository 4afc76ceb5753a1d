/**
 * `arp [-n] [-a] [-i DEVICE] [ADDRESS]` and `arp -d ADDRESS` (net-tools 2.10, arp.c). Names are never
 * looked up: every address is printed as with `-n`.
 */
import { formatIpv4, type Ipv4, parseIpv4 } from '../../addr/ipv4';
import { formatMac } from '../../addr/mac';
import type { Neighbour } from '../../kernel/neighbour/neighbour';
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { CommandError } from '../../netfilter/command-error';
import { type CommandResult, commandOf, linesOf, printed } from '../command';
import { readShortOptions } from '../short-options';

const HEADER = 'Address                  HWtype  HWaddress           Flags Mask            Iface';
const EXIT_USAGE = 3;

export const arp = commandOf((words, netns) => {
  const read = readShortOptions(words, 'aenv', 'id');
  if ('kind' in read) {
    const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
    throw new CommandError(`arp: ${what} -- '${read.letter}'`, EXIT_USAGE);
  }
  const { given, operands } = read;
  const doomed = given.get('d');
  if (doomed !== undefined) return deleteRow(netns, doomed, given.get('i'));
  const [name] = operands;
  const rows = rowsOf(netns, given.get('i'), name === undefined ? undefined : addressOf(name));
  if (name !== undefined && rows.length === 0) {
    return given.has('a')
      ? printed(`arp: in ${[...netns.neighbours.rows()].length} entries no match found.\n`)
      : printed(`${name} (${name}) -- no entry\n`);
  }
  if (given.has('a')) return printed(linesOf(rows.map(bsdLine)));
  return printed(rows.length === 0 ? '' : linesOf([HEADER, ...rows.map(tableLine)]));
});

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

function addressOf(name: string): Ipv4 {
  const address = parseIpv4(name);
  if (address !== undefined) return address;
  throw new CommandError(`${name}: Unknown host`, 255);
}

function deleteRow(netns: Netns, name: string, device: string | undefined): CommandResult {
  const [row] = rowsOf(netns, device, addressOf(name));
  if (row === undefined) throw new CommandError(`No ARP entry for ${name}`, 255);
  const { address } = row;
  applyOp(netns, { kind: 'neighbour-delete', device: row.device.name, address });
  return printed('');
}

function tableLine(row: Neighbour): string {
  const address = formatIpv4(row.address).padEnd(23);
  const { name } = row.device;
  if (!row.isValid || row.mac === undefined) {
    return `${address}          (incomplete)                              ${name}`;
  }
  const flags = row.state === 'permanent' ? 'CM' : 'C';
  return `${address}  ether   ${formatMac(row.mac)}   ${flags.padEnd(5)}                 ${name}`;
}

function bsdLine(row: Neighbour): string {
  const who = `? (${formatIpv4(row.address)}) at`;
  const { name } = row.device;
  if (!row.isValid || row.mac === undefined) return `${who} <incomplete> on ${name}`;
  const permanent = row.state === 'permanent' ? ' PERM' : '';
  return `${who} ${formatMac(row.mac)} [ether]${permanent} on ${name}`;
}
