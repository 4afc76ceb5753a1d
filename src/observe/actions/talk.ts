/** One or more clients talk to a server, over UDP or TCP, one after another. */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import type { SendError } from '../../kernel/programs/send-packet';
import { tcpConnect } from '../../kernel/programs/tcp-connect';
import { type UdpEchoRun, udpEcho } from '../../kernel/programs/udp-echo';
import type { ActionOf } from '../action';
import type { JsonObject } from '../json';
import type { World } from '../world';
import { errorText } from './error-text';

export type Talk = ActionOf<'udp'> | ActionOf<'tcp'>;

export function runUdp(world: World, action: ActionOf<'udp'>): JsonObject {
  const flows = flowsOf(action).map(({ from, sport }) => {
    const startUs = world.network.nowUs;
    const run = udpEcho(world.netns(from), serverOf(world, action), {
      to: world.resolve(action.to),
      port: action.port,
      sourcePort: sport,
      size: action.size,
      df: action.df,
      timeoutMs: action.wait * 1000,
    });
    const flow = { ...sportJson(sport), ...sawJson(run.serverSaw, run.sourcePort, action.size) };
    if (run.echoedBytes !== undefined) return { ...flow, echoed: run.echoedBytes };
    const refusal = run.serverError ?? refusalOf(run.error);
    if (refusal !== undefined) return { ...flow, error: errorText(refusal) };
    // The script waits at the server's socket, where no error of the client's shows.
    world.wait(Math.max(0, action.wait - (world.network.nowUs - startUs) / 1_000_000));
    return { ...flow, error: 'TimeoutError' };
  });
  return { flows };
}

export function runTcp(world: World, action: ActionOf<'tcp'>): JsonObject {
  const flows = flowsOf(action).map(({ from, sport }) => {
    const server = action.listen ? serverOf(world, action) : undefined;
    const run = tcpConnect(world.netns(from), server, {
      to: world.resolve(action.to),
      port: action.port,
      sourcePort: sport,
      timeoutMs: action.wait * 1000,
      mode: action.mode === 'handshake' ? 'handshake' : 'exchange',
    });
    const flow = { ...sportJson(sport), ...sawJson(run.serverSaw, run.sourcePort) };
    if (run.error !== undefined) return { ...flow, error: errorText(run.error) };
    return run.echoedBytes === undefined ? flow : { ...flow, echoed: run.echoedBytes };
  });
  return { flows };
}

/** What the own host refused; an ICMP error shows later, at a socket where nobody looks. */
function refusalOf(error: UdpEchoRun['error']): SendError | undefined {
  return typeof error === 'object' && error.kind === 'icmp' ? undefined : error;
}

export function flowsOf(
  action: Talk,
): { readonly from: string; readonly sport: number | undefined }[] {
  const flows = action.flows.length === 0 ? [{}] : action.flows;
  return flows.map(({ from = action.from, sport }) => ({ from, sport }));
}

function serverOf(world: World, action: Talk) {
  const netns = world.netns(action.server ?? action.to);
  return { netns, port: action.serverPort ?? action.port };
}

function sportJson(sport: number | undefined): JsonObject {
  return sport === undefined ? {} : { sport };
}

function sawJson(
  saw: { readonly address: Ipv4; readonly port: number } | undefined,
  sourcePort: number,
  bytes?: number,
): JsonObject {
  if (saw === undefined) return {};
  const serverSaw = { ip: formatIpv4(saw.address), samePort: saw.port === sourcePort };
  return { serverSaw: bytes === undefined ? serverSaw : { ...serverSaw, bytes } };
}
