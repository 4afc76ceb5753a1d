/**
 * Every action of a scenario on its real hosts. What changes the cluster is done to the simulated one,
 * which tells what that comes to; what asks it something is asked here only.
 */
import { OpError } from '../kernel/ops/op-error';
import type { Action } from '../observe/action';
import { runAction } from '../observe/actions/run-action';
import type { JsonObject } from '../observe/json';
import { RefusedCommandError } from '../observe/scenario';
import type { World } from '../observe/world';
import { realArping, realInject } from './programs/hand-made';
import { realPing } from './programs/real-ping';
import { realTcp, realUdp } from './programs/real-talk';
import { realTraceroute } from './programs/real-traceroute';
import type { RealHosts } from './real-hosts';

/** @returns what the action found out; nothing for those that only change the cluster */
export async function runRealAction(
  world: World,
  hosts: RealHosts,
  action: Action,
): Promise<JsonObject> {
  switch (action.do) {
    case 'ping':
      return realPing(world, hosts, action);
    case 'traceroute':
      return realTraceroute(world, hosts, action);
    case 'arping':
      return realArping(world, hosts, action);
    case 'inject':
      return realInject(world, hosts, action);
    case 'udp':
      return realUdp(world, hosts, action);
    case 'tcp':
      return realTcp(world, hosts, action);
    case 'sleep':
      await new Promise((resolve) => setTimeout(resolve, action.seconds * 1000));
      return {};
    default:
      return change(world, action);
  }
}

/** Whether it can be done is for the real kernel to say, which knows more than the simulated one by now. */
function change(world: World, action: Action): JsonObject {
  try {
    return runAction(world, action);
  } catch (error) {
    if (error instanceof OpError || error instanceof RefusedCommandError) return {};
    throw error;
  }
}
