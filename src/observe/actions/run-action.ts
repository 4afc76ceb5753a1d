/** Every action that a scenario may ask for, by name. */
import { unreachable } from '../../base/invariant';
import type { Action } from '../action';
import type { JsonObject } from '../json';
import type { World } from '../world';
import { runArping } from './arping';
import { runCreatePod, runDeletePod, runLink, runNeigh, runRoute, runSysctl } from './change';
import { runConntrackFlush, runIptables, runNatOutgoing } from './change-rules';
import { runInject } from './inject';
import { runPing } from './ping';
import { runTcp, runUdp } from './talk';
import { runTraceroute } from './traceroute';

/** @returns what the action found out; nothing for those that only change the cluster */
export function runAction(world: World, action: Action): JsonObject {
  switch (action.do) {
    case 'ping':
      return runPing(world, action);
    case 'traceroute':
      return runTraceroute(world, action);
    case 'arping':
      return runArping(world, action);
    case 'inject':
      return runInject(world, action);
    case 'udp':
      return runUdp(world, action);
    case 'tcp':
      return runTcp(world, action);
    default:
      change(world, action);
      return {};
  }
}

type Change = Exclude<Action, { do: 'ping' | 'traceroute' | 'arping' | 'inject' | 'udp' | 'tcp' }>;

function change(world: World, action: Change): void {
  switch (action.do) {
    case 'createPod':
      runCreatePod(world, action);
      return;
    case 'deletePod':
      runDeletePod(world, action);
      return;
    case 'sysctl':
      runSysctl(world, action);
      return;
    case 'link':
      runLink(world, action);
      return;
    case 'neigh':
      runNeigh(world, action);
      return;
    case 'route':
      runRoute(world, action);
      return;
    case 'iptables':
      runIptables(world, action);
      return;
    case 'natOutgoing':
      runNatOutgoing(world, action);
      return;
    case 'conntrackFlush':
      runConntrackFlush(world);
      return;
    case 'sleep':
      world.wait(action.seconds);
      return;
    case 'observe':
      return;
    default:
      unreachable(action);
  }
}
