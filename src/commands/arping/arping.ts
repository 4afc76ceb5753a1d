/**
 * `arping [-c COUNT] -I DEVICE ADDRESS`: who has an address on a link (arping(8), iputils). Without
 * `-c` somebody presses Ctrl-C after the third question.
 */
import { formatIpv4, type Ipv4, parseIpv4, UNSPECIFIED } from '../../addr/ipv4';
import { formatMac, type Mac } from '../../addr/mac';
import type { Device } from '../../kernel/devices/device';
import { arping as ask } from '../../kernel/programs/arping';
import { selectSourceAddress } from '../../kernel/source-address';
import { CommandError } from '../../netfilter/command-error';
import { type CommandResult, commandOf, linesOf } from '../command';
import { readShortOptions } from '../short-options';

const PATIENCE = 3;
/** However many are asked for. */
const ENDURANCE = 1000;
const INTERVAL_MS = 1000;

export const arping = commandOf((words, netns) => {
  const read = readShortOptions(words, '0bDfqU', 'cIswW');
  if ('kind' in read) {
    const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
    throw new CommandError(`arping: ${what} -- '${read.letter}'`, 2);
  }
  const { given, operands } = read;
  const [name = ''] = operands;
  const target = parseIpv4(name);
  if (target === undefined) throw new CommandError(`arping: ${name}: Name or service not known`, 2);
  const device = deviceOf(given.get('I'), netns.devices);
  const count = Number(given.get('c') ?? PATIENCE);
  if (!Number.isInteger(count) || count < 1) {
    throw new CommandError(`arping: invalid argument: '${given.get('c')}'`, 1);
  }
  const sender = parseIpv4(given.get('s') ?? '') ?? selectSourceAddress(device, target, 'link');
  const run = askFor(device, {
    target,
    sender: sender ?? UNSPECIFIED,
    count: Math.min(count, ENDURANCE),
    onlyBroadcast: given.has('b'),
  });
  const first = `ARPING ${name} from ${formatIpv4(sender ?? UNSPECIFIED)} ${device.name}`;
  return renderRun(first, name, run, count);
});

interface Question {
  readonly target: Ipv4;
  readonly sender: Ipv4;
  readonly count: number;
  /** `-b`: even he who has answered is asked by broadcast again. */
  readonly onlyBroadcast: boolean;
}

interface Run {
  readonly answers: readonly { readonly mac: Mac; readonly roundTripUs: number }[];
  readonly broadcasts: number;
}

/** Everybody is asked until somebody answers; then only he is. */
function askFor(device: Device, { target, sender, count, onlyBroadcast }: Question): Run {
  const { netns } = device;
  const answers: { mac: Mac; roundTripUs: number }[] = [];
  let broadcasts = 0;
  for (let sent = 0; sent < count; sent++) {
    const unicastTo = onlyBroadcast ? undefined : answers.at(-1)?.mac;
    if (unicastTo === undefined) broadcasts += 1;
    const sentUs = netns.nowUs;
    const stop = netns.listenForArp((at, { operation, senderIp, senderMac }) => {
      if (at !== device || operation !== 'reply' || senderIp !== target) return;
      answers.push({ mac: senderMac, roundTripUs: netns.nowUs - sentUs });
    });
    ask(device, {
      target,
      sender,
      operation: 'request',
      unicastTo,
      senderMac: undefined,
      count: 1,
      waitMs: INTERVAL_MS,
    });
    stop();
  }
  return { answers, broadcasts };
}

function deviceOf(name: string | undefined, devices: ReadonlyMap<string, Device>): Device {
  if (name === undefined) throw new CommandError('arping: no device specified: use -I', 2);
  const device = devices.get(name);
  if (device === undefined) throw new CommandError(`arping: Device ${name} not available.`, 2);
  if (!device.isUp) throw new CommandError(`arping: Interface "${name}" is down`, 2);
  if (!device.driver.usesArp)
    throw new CommandError(`arping: Interface "${name}" is not ARPable`, 2);
  return device;
}

function renderRun(first: string, target: string, run: Run, count: number): CommandResult {
  const replies = run.answers.map(({ mac, roundTripUs }) => {
    const who = `Unicast reply from ${target} [${formatMac(mac).toUpperCase()}]`;
    return `${who}  ${(roundTripUs / 1000).toFixed(3)}ms`;
  });
  const stdout = linesOf([
    first,
    ...replies,
    `Sent ${count} probes (${run.broadcasts} broadcast(s))`,
    `Received ${run.answers.length} response(s)`,
  ]);
  return { stdout, stderr: '', exit: run.answers.length > 0 ? 0 : 1 };
}
