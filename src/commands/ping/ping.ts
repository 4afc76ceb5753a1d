/**
 * `ping ADDRESS`: echo requests and what became of them (ping(8), iputils).
 *
 * `-I DEVICE` takes the address that the host would choose on that device; the packets themselves go
 * where the routing table says.
 */
import { formatIpv4, type Ipv4, parseIpv4 } from '../../addr/ipv4';
import { wallClock } from '../../base/wall-clock';
import type { Netns } from '../../kernel/netns';
import { startPing } from '../../kernel/programs/ping';
import { selectSourceAddress } from '../../kernel/source-address';
import { CommandError } from '../../netfilter/command-error';
import { type CommandResult, longCommandOf, type Process, printed } from '../command';
import { nameOfAddress, resolveName } from '../host-names';
import { IPUTILS_VERSION } from '../iputils-version';
import { type PingCommand, parsePing } from './parse-ping';
import { PingLines } from './ping-lines';
import { type PingManner, renderPing } from './render-ping';

const USAGE = `
Usage
  ping [options] <destination>

Options that are modelled here: -4 -c -D -e -I -i -M -n -O -q -Q -s -t -V -w -W`;

export const ping = longCommandOf((words, netns, { distribution }): Process | CommandResult => {
  const command = parsePing(words);
  if (command.wants === 'version') {
    return printed(`ping from iputils ${IPUTILS_VERSION[distribution]}\n`);
  }
  if (command.wants === 'help') throw new CommandError(USAGE, 2);
  const to = resolveName(netns, command.name);
  if (to === undefined) {
    throw new CommandError(`ping: ${command.name}: Name or service not known`, 2);
  }
  const { device, source, announced } = originOf(netns, to, command.origin);
  const running = startPing(netns, { ...command.options, to, source });
  const manner = mannerOf(netns, command, { device, announced });
  return running.run.refusal === undefined
    ? new PingLines(running, manner)
    : renderPing(running.run, manner);
});

interface Origin {
  readonly device: string | undefined;
  readonly source: Ipv4 | undefined;
  readonly announced: string | undefined;
}

function originOf(netns: Netns, to: Ipv4, origin: string | undefined): Origin {
  if (origin === undefined) return { device: undefined, source: undefined, announced: undefined };
  const address = parseIpv4(origin);
  if (address !== undefined) return { device: undefined, source: address, announced: undefined };
  const device = netns.devices.get(origin);
  if (device === undefined) {
    throw new CommandError(`ping: SO_BINDTODEVICE ${origin}: No such device`, 2);
  }
  const source = selectSourceAddress(device, to, 'global');
  const announced = source === undefined ? undefined : formatIpv4(source);
  return { device: origin, source, announced };
}

/** Who types an address wants no names. */
function mannerOf(
  netns: Netns,
  { name, isQuiet, isNumeric, isStamped }: PingCommand,
  { device, announced }: Omit<Origin, 'source'>,
): PingManner {
  const isAddress = parseIpv4(name) !== undefined;
  return {
    isQuiet,
    device,
    announced,
    name,
    addressText: isNumeric || isAddress ? formatIpv4 : (address) => withName(netns, address),
    stamp: isStamped ? stampOf : () => '',
  };
}

function withName(netns: Netns, address: Ipv4): string {
  const name = nameOfAddress(netns, address);
  return name === undefined ? formatIpv4(address) : `${name} (${formatIpv4(address)})`;
}

/** `[1725570000.123456] `. */
function stampOf(atUs: number): string {
  const seconds = Math.floor(wallClock(atUs).getTime() / 1000);
  return `[${seconds}.${String(Math.floor(atUs) % 1_000_000).padStart(6, '0')}] `;
}
