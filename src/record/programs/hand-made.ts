/**
 * Frames by a real host's packet socket: hand-made ARP questions with who answers, and echo requests
 * whose source may be anybody's.
 */
import { join } from 'node:path';
import { formatIpv4 } from '../../addr/ipv4';
import { BROADCAST_MAC, mac, parseMac, ZERO_MAC } from '../../addr/mac';
import type { ActionOf } from '../../observe/action';
import { senderOf } from '../../observe/actions/arping';
import { INJECT_PAUSE_SECONDS, packetOf } from '../../observe/actions/inject';
import type { JsonObject } from '../../observe/json';
import type { World } from '../../observe/world';
import { encodeFrame } from '../../wire/encode';
import type { Frame } from '../../wire/ethernet';
import { type RealHosts, RefusedByKernelError } from '../real-hosts';

const PROGRAM = ['python3', '-S', '-E', join(__dirname, 'packet-socket.py')];

export async function realArping(
  world: World,
  hosts: RealHosts,
  action: ActionOf<'arping'>,
): Promise<JsonObject> {
  const { from, count, wait } = action;
  const device = world.deviceFor(action);
  const target = formatIpv4(world.resolve(action.target));
  const words = ['ask', device.name, String(count), String(wait), target];
  const said = await run(hosts, from, words, questionOf(world, action));
  const answers: readonly (readonly string[])[] = JSON.parse(said);
  const roleOf = (text: string) => world.roles.of(parseMac(text) ?? mac(text));
  return {
    sent: count,
    answered: answers.filter((macs) => macs.length > 0).length,
    replies: answers.map((macs) => macs.map((text) => ({ mac: roleOf(text) }))),
  };
}

function questionOf(world: World, action: ActionOf<'arping'>): Frame {
  const { op, unicastTo, senderMac } = action;
  const own = world.deviceFor(action).mac ?? ZERO_MAC;
  return {
    kind: 'frame',
    destination: unicastTo === undefined ? BROADCAST_MAC : mac(unicastTo),
    source: own,
    payload: {
      kind: 'arp',
      operation: op,
      senderMac: senderMac === undefined ? own : mac(senderMac),
      senderIp: senderOf(world, action),
      targetMac: ZERO_MAC,
      targetIp: world.resolve(action.target),
    },
  };
}

export async function realInject(
  world: World,
  hosts: RealHosts,
  action: ActionOf<'inject'>,
): Promise<JsonObject> {
  const { from, count, wait, dstMac } = action;
  const device = world.deviceFor(action);
  const frame: Frame = {
    kind: 'frame',
    destination: mac(dstMac),
    source: device.mac ?? ZERO_MAC,
    payload: packetOf(world, action),
  };
  const words = ['send', device.name, String(count), String(INJECT_PAUSE_SECONDS)];
  await run(hosts, from, words, frame);
  await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  return { sent: count };
}

async function run(
  { lab }: RealHosts,
  host: string,
  words: readonly string[],
  frame: Frame,
): Promise<string> {
  const stdin = Buffer.from(encodeFrame(frame)).toString('hex');
  const { stdout, stderr, exit } = await lab.run(host, [...PROGRAM, ...words], { stdin });
  if (exit === 0) return stdout;
  throw new RefusedByKernelError(`a packet socket on ${host}: ${stderr.trim().split('\n').at(-1)}`);
}
