/** Actions that change the cluster and say nothing. */
import { mac } from '../../addr/mac';
import type { Op } from '../../host/op';
import type { ActionOf } from '../action';
import { addPod, deletePod, sysctl } from '../build/pod';
import { parseRouteWords } from '../route-words';
import { podSchema, ScenarioError } from '../scenario';
import type { World } from '../world';

export function runCreatePod(world: World, action: ActionOf<'createPod'>): void {
  const { do: _do, settle: _settle, pod, ...changes } = action;
  addPod(world, pod, podSchema.parse({ ...world.scenario.pods.get(pod), ...changes }));
}

export function runDeletePod(world: World, action: ActionOf<'deletePod'>): void {
  deletePod(world, action.pod);
}

export function runSysctl(world: World, { ns, set }: ActionOf<'sysctl'>): void {
  for (const [path, value] of Object.entries(set)) {
    world.apply(ns, sysctl(world.withDeviceNames(path), value));
  }
}

export function runRoute(world: World, { ns, op, route }: ActionOf<'route'>): void {
  const kind = op === 'del' ? 'route-delete' : (`route-${op}` as const);
  world.apply(ns, { kind, route: parseRouteWords(world.withDeviceNames(route)) });
}

export function runNeigh(world: World, action: ActionOf<'neigh'>): void {
  const device = world.deviceName(action.dev);
  if (action.op === 'flush') {
    world.apply(action.ns, { kind: 'neighbour-flush', device });
    return;
  }
  const address = world.resolve(action.ip ?? '');
  if (action.op === 'del') {
    world.apply(action.ns, { kind: 'neighbour-delete', device, address });
    return;
  }
  const state = STATES[action.nud];
  if (state === undefined) throw new ScenarioError(`ip neigh: no state ${action.nud}`);
  const link = mac(action.mac ?? '');
  world.apply(action.ns, { kind: 'neighbour-replace', device, address, mac: link, state });
}

const STATES: Readonly<Record<string, Extract<Op, { kind: 'neighbour-replace' }>['state']>> = {
  permanent: 'permanent',
  reachable: 'reachable',
  stale: 'stale',
  noarp: 'noarp',
};

export function runLink(world: World, action: ActionOf<'link'>): void {
  const device = world.deviceName(action.dev);
  const words = [...action.set];
  while (words.length > 0) world.apply(action.ns, linkOp(device, words));
}

/** Takes the words of one change off the front. */
function linkOp(device: string, words: string[]): Op {
  const word = words.shift();
  switch (word) {
    case 'up':
      return { kind: 'link-up', device };
    case 'down':
      return { kind: 'link-down', device };
    case 'mtu':
      return { kind: 'link-mtu', device, mtu: Number(words.shift()) };
    case 'address':
      return { kind: 'link-mac', device, mac: mac(words.shift() ?? '') };
    default:
      throw new ScenarioError(`ip link set: "${word}" is not known here`);
  }
}
