/**
 * A cluster that nobody can see into: the API answers, and that is all. No packet, no table, no setting, no
 * line of any command is ever observed.
 */
import type { Driver } from '../../../src/driver/driver';
import { nothingDelivered } from './nothing-delivered';
import { overridden } from './overridden';

/** @param driver a cluster with dead links that is asked for its resources only */
export function nothingSeen(driver: Driver): Driver {
  const dead = nothingDelivered(driver);
  return overridden(dead, {
    run: async (stimulus) => {
      const outcome = await dead.run(stimulus);
      const said = outcome.kind === 'command' ? SAID_NOTHING : {};
      return { ...outcome, ...said, output: '', traces: [], frames: [] } as typeof outcome;
    },
    // What changes the cluster has to be done; nobody hears what it says.
    exec: async (host, command) => {
      await dead.exec(host, command);
      return SAID_NOTHING;
    },
    captured: async () => [],
    routes: async () => [],
    links: async () => [],
    ipset: async () => [],
    chain: async () => [],
    sysctl: async () => '',
    journal: async () => [],
  });
}

/** A command that failed has told somebody so. */
const SAID_NOTHING = { stdout: '', stderr: '', exit: 0 };
