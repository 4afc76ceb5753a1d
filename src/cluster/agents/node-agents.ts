/**
 * What runs on one node and keeps it as it should be: Felix and BIRD, from the moment on at which
 * somebody first changed something there. Each part is read back when its agent next looks, compared
 * with what is wanted, and put right.
 */
import type { HostState } from '../../host/host-state';
import type { Op } from '../../host/op';
import type { HostEdit } from '../../kernel/host-edit';
import type { Netns } from '../../kernel/netns';
import type { Timer } from '../../kernel/scheduler';
import type { AgentName, Care } from './care';
import { sysctlRepairs } from './owned/sysctls';
import { repairsOf } from './repair';
import { tryOp } from './try-op';

/** Felix holds events of an interface back for so long, as it may flap (`FlapDampingDelay`). */
const FLAP_DAMPING_US = 100_000;

/** What the agents of a node need to know, and whom they tell. */
interface NodeAgentsContext {
  readonly host: Netns;
  readonly cares: readonly Care[];
  /** What is wanted of the host at this moment. */
  readonly wanted: () => HostState;
  /** Carries out what an agent does, so that nobody takes it for somebody's hand. */
  readonly act: (agent: AgentName, what: string, action: () => boolean) => boolean;
}

export class NodeAgents {
  readonly #context: NodeAgentsContext;
  readonly #planned = new Map<Care, Timer>();
  /** Interfaces that went down under Felix's eyes. */
  readonly #down = new Set<string>();
  #acting: Care | undefined = undefined;

  constructor(context: NodeAgentsContext) {
    this.#context = context;
  }

  /** Somebody changed the host, by hand or another agent: those concerned look when they next do. */
  edited(edit: HostEdit): void {
    for (const care of this.#context.cares) {
      if (care !== this.#acting && care.isAbout(edit)) this.#plan(care);
    }
  }

  /** Before Felix writes to a table it reads it again (`InvalidateDataplaneCache`). */
  programmed(ops: readonly Op[]): void {
    const tables = new Set<string>(ops.flatMap((op) => ('table' in op ? [op.table] : [])));
    for (const care of this.#context.cares) {
      if (tables.has(care.name)) this.#look(care);
      else this.#plan(care);
    }
  }

  /** Felix begins anew, writes all settings and looks at everything; BIRD knows nothing of it. */
  felixRestarted(): void {
    const { host, wanted, cares } = this.#context;
    this.#repair('felix', sysctlRepairs(host, wanted()));
    for (const care of cares) {
      if (care.agent === 'felix') this.#look(care);
      else this.#plan(care);
    }
  }

  /** An interface of the host went up or down, went away, or lost its other end (felix/ifacemonitor). */
  linkEdited(name: string): void {
    const { host } = this.#context;
    if (host.devices.get(name)?.isRunning !== true) {
      this.#down.add(name);
      return;
    }
    if (!this.#down.delete(name)) return;
    host.network.scheduler.after(FLAP_DAMPING_US, () => this.#cameUp(name));
  }

  /** The node is gone, or its agents are others now. */
  stop(): void {
    for (const timer of this.#planned.values()) timer.cancelled = true;
    this.#planned.clear();
  }

  #plan(care: Care): void {
    if (this.#planned.has(care)) return;
    const { nowUs, scheduler } = this.#context.host.network;
    const atUs = care.clock.next(nowUs);
    if (atUs === undefined) return;
    this.#planned.set(
      care,
      scheduler.after(atUs - nowUs, () => this.#look(care)),
    );
  }

  #look(care: Care): void {
    const timer = this.#planned.get(care);
    if (timer !== undefined) timer.cancelled = true;
    this.#planned.delete(care);
    const { host, wanted } = this.#context;
    this.#acting = care;
    const hasWritten = this.#repair(care.agent, care.repairs(host, wanted()));
    this.#acting = undefined;
    if (hasWritten) care.clock.wrote(host.network.nowUs);
  }

  /** `onIfaceStateChanged`: settings first, then the routes by the interface. */
  #cameUp(name: string): void {
    const { host, wanted, cares } = this.#context;
    if (host.devices.get(name)?.isRunning !== true) return;
    this.#repair('felix', sysctlRepairs(host, wanted(), name));
    for (const care of cares) if (care.name === 'routes') this.#look(care);
  }

  #repair(agent: AgentName, ops: readonly Op[]): boolean {
    const { host, act } = this.#context;
    let hasWritten = false;
    for (const repair of repairsOf(host, ops)) {
      const isDone = act(agent, repair.what, () =>
        repair.ops.map((op) => tryOp(host, op)).includes(true),
      );
      hasWritten ||= isDone;
    }
    return hasWritten;
  }
}
