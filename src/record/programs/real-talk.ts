/** One or more clients talk to a server on real sockets, over UDP or TCP, one after another. */
import { join } from 'node:path';
import { formatIpv4 } from '../../addr/ipv4';
import { fileOf } from '../../driver/netns/lab/namespace-file';
import { runTool } from '../../driver/netns/lab/run-tool';
import type { ActionOf } from '../../observe/action';
import { flowsOf, type Talk } from '../../observe/actions/talk';
import type { JsonObject } from '../../observe/json';
import type { World } from '../../observe/world';
import { type RealHosts, RefusedByKernelError } from '../real-hosts';

const PROGRAM = ['python3', '-S', '-E', join(__dirname, 'talk.py')];

/** What a program may take longer than its own words say, in milliseconds. */
const GRACE_MS = 12_000;

/** What a flow came to; see talk.py. */
interface Said {
  readonly saw?: { readonly ip: string; readonly samePort: boolean; readonly bytes?: number };
  readonly echoed?: number;
  readonly error?: string;
}

export function realUdp(
  world: World,
  hosts: RealHosts,
  action: ActionOf<'udp'>,
): Promise<JsonObject> {
  const { bind, size, df } = action;
  const from = bind === undefined ? '0.0.0.0' : formatIpv4(world.resolve(bind));
  return talk(world, hosts, action, { protocol: 'udp', bind: from, size, df: df ?? null });
}

export function realTcp(
  world: World,
  hosts: RealHosts,
  action: ActionOf<'tcp'>,
): Promise<JsonObject> {
  const { mode, listen } = action;
  return talk(world, hosts, action, { protocol: 'tcp', bind: '0.0.0.0', mode, listen });
}

async function talk(
  world: World,
  { lab }: RealHosts,
  action: Talk,
  details: JsonObject,
): Promise<JsonObject> {
  const placeOf = (host: string) => fileOf(lab.namespaceOf(host));
  const flows = flowsOf(action);
  const order = {
    ...details,
    server: placeOf(action.server ?? action.to),
    serverPort: action.serverPort ?? action.port,
    to: formatIpv4(world.resolve(action.to)),
    port: action.port,
    wait: action.wait,
    flows: flows.map(({ from, sport }) => ({ place: placeOf(from), sport: sport ?? 0 })),
  };
  const { stdout, stderr, exit } = await runTool(PROGRAM, {
    stdin: JSON.stringify(order),
    patienceMs: flows.length * action.wait * 3000 + GRACE_MS,
  });
  if (exit !== 0) {
    throw new RefusedByKernelError(`the sockets: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  }
  const said: readonly Said[] = JSON.parse(stdout);
  return { flows: said.map((flow, at) => flowJson(flow, flows[at]?.sport)) };
}

function flowJson({ saw, echoed, error }: Said, sport: number | undefined): JsonObject {
  return {
    ...(sport !== undefined && { sport }),
    ...(saw !== undefined && { serverSaw: { ...saw } }),
    ...(echoed !== undefined && { echoed }),
    ...(error !== undefined && { error }),
  };
}
