/**
 * `arping [-c COUNT] -I DEVICE ADDRESS`: who has an address on a link (arping(8), iputils). Without
 * `-c` somebody presses Ctrl-C after the third question.
 */
import { formatIpv4, type Ipv4, parseIpv4, UNSPECIFIED } from '../../addr/ipv4';
import { formatMac } from '../../addr/mac';
import type { Device } from '../../kernel/devices/device';
import type { Netns } from '../../kernel/netns';
import { RunningArping } from '../../kernel/programs/arping';
import { selectSourceAddress } from '../../kernel/source-address';
import { CommandError } from '../../netfilter/command-error';
import { linesOf, longCommandOf, printed } from '../command';
import { resolveName } from '../host-names';
import { IPUTILS_VERSION } from '../iputils-version';
import { type GrowingText, WatchedText } from '../watched-text';
import { type ArpingCommand, parseArping } from './parse-arping';

const PATIENCE = 3;
/** However many are asked for. */
const ENDURANCE = 1000;

export const arping = longCommandOf((words, netns, { distribution }) => {
  const command = parseArping(words);
  if (command.wantsVersion) {
    return printed(`arping from iputils ${IPUTILS_VERSION[distribution]}\n`);
  }
  const device = deviceOf(netns, command.device);
  const refusal = whyUnfit(device);
  // Of all its complaints only this one goes to standard output.
  if (refusal !== undefined) return { stdout: `${refusal}\n`, stderr: '', exit: 2 };
  const target = resolveName(netns, command.name);
  if (target === undefined) {
    throw new CommandError(`arping: ${command.name}: Name or service not known`, 2);
  }
  const sender = senderOf(device, target, command);
  const running = new RunningArping(device, {
    target,
    sender,
    operation: command.announces ?? 'request',
    unicastTo: undefined,
    senderMac: undefined,
    count: command.count,
    waitMs: command.intervalMs,
    followsAnswers: !command.onlyBroadcast,
    endsOnAnswer: command.endsOnAnswer,
    deadlineMs: command.deadlineMs,
  });
  const questions = Number.isFinite(command.count) ? ENDURANCE : PATIENCE;
  return new WatchedText({
    look: () => render(running, command),
    stop: () => running.stop(),
    obeys: ['SIGINT', 'SIGTERM'],
    patienceMs:
      command.deadlineMs === undefined
        ? questions * command.intervalMs - 1
        : command.deadlineMs + 1,
  });
});

function deviceOf({ devices }: Netns, name: string | undefined): Device {
  const device = name === undefined ? onlyDevice([...devices.values()]) : devices.get(name);
  if (device === undefined) throw new CommandError(`arping: Device ${name} not available.`, 2);
  return device;
}

function whyUnfit({ name, isUp, driver }: Device): string | undefined {
  if (!isUp) return `Interface "${name}" is down`;
  return driver.usesArp ? undefined : `Interface "${name}" is not ARPable`;
}

/** Without `-I` it is clear which device is meant only where there is one. */
function onlyDevice(devices: readonly Device[]): Device {
  const [first, second] = devices.filter(({ isUp, driver }) => isUp && driver.usesArp);
  if (first !== undefined && second === undefined) return first;
  const text = 'arping: Suitable device could not be determined. Please, use option -I.';
  throw new CommandError(text, 2);
}

/** Who asks; as the kernel lets him bind. */
function senderOf(device: Device, target: Ipv4, command: ArpingCommand): Ipv4 {
  const { source, detectsDuplicate, announces } = command;
  const named = source === undefined ? undefined : parseIpv4(source);
  if (source !== undefined && named === undefined) {
    throw new CommandError(`arping: invalid source ${source}`, 2);
  }
  const wanted = named ?? (announces === undefined ? undefined : target);
  if (wanted !== undefined && !device.netns.isLocalAddress(wanted)) {
    throw new CommandError('arping: bind: Cannot assign requested address', 2);
  }
  if (wanted !== undefined) return wanted;
  return detectsDuplicate
    ? UNSPECIFIED
    : (selectSourceAddress(device, target, 'link') ?? UNSPECIFIED);
}

function render(running: RunningArping, command: ArpingCommand): GrowingText {
  const { answers, sent, broadcasts, isOver, device, options } = running;
  const target = formatIpv4(options.target);
  const exit = isOver ? exitOf(running, command) : undefined;
  if (command.isQuiet) return { stdout: '', stderr: '', exit };
  const replies = answers.map(({ mac, roundTripUs }) => {
    const who = `Unicast reply from ${target} [${formatMac(mac).toUpperCase()}]`;
    return `${who}  ${(roundTripUs / 1000).toFixed(3)}ms`;
  });
  const end = isOver
    ? [`Sent ${sent} probes (${broadcasts} broadcast(s))`, `Received ${answers.length} response(s)`]
    : [];
  const first = `ARPING ${target} from ${formatIpv4(options.sender)} ${device.name}`;
  return { stdout: linesOf([first, ...replies, ...end]), stderr: '', exit };
}

function exitOf({ answers }: RunningArping, command: ArpingCommand): number {
  if (command.announces !== undefined) return 0;
  const hasAnswer = answers.length > 0;
  return hasAnswer === command.detectsDuplicate ? 1 : 0;
}
