/**
 * BIRD daemons on all nodes of a lab. They bring each other's routes, and put them into the kernel
 * themselves; here one waits until every kernel has what Calico's model says that BIRD programs.
 */
import { rmSync } from 'node:fs';
import { bgpRoutes } from '../../../calico/bgp/bgp-routes';
import type { CalicoModel } from '../../../calico/model';
import { formatRoute } from '../../../host/format-route';
import { NotObservedError } from '../../driver';
import type { Lab } from '../lab/lab';
import { readRoutes } from '../tables/routes';
import { birdConf } from './bird-conf';
import { Daemon } from './daemon';

/** So long they may take to agree. */
const CONVERGENCE_MS = 20_000;
const LOOK_EVERY_MS = 100;
/** How often one looks before routes are given to the kernel once more. */
const LOOKS_BEFORE_PROGRAMMING = 10;

/** Each node's routes, as `ip route` shows them. */
type RouteLines = ReadonlyMap<string, ReadonlySet<string>>;

export class Birds {
  readonly #lab: Lab;
  readonly #daemons = new Map<string, Daemon>();

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /**
   * Tells the daemons that run what has changed. To call before hosts are changed: what BIRD withdraws
   * must be gone where Felix is to route instead.
   * @throws NotObservedError where a route stays
   */
  async withdraw(model: CalicoModel): Promise<void> {
    const changed = model.nodes.filter((node) => {
      return this.#daemonOf(node.name).configure(birdConf(model, node));
    });
    if (changed.length === 0) return;
    await this.#all((daemon) => daemon.reload());
    const wanted = wantedOf(model);
    await this.#until(model, (has) => {
      return firstOf(has, (node, line) => !prefixes(wanted.get(node)).has(prefixOf(line)));
    });
  }

  /**
   * Starts the daemons of new nodes. To call once hosts have the devices that routes lead through.
   * @throws NotObservedError where routes do not come, with what is wrong
   */
  async settle(model: CalicoModel): Promise<void> {
    await this.#all((daemon) => daemon.start());
    const wanted = wantedOf(model);
    await this.#until(model, (has) => {
      const missing = firstOf(wanted, (node, line) => has.get(node)?.has(line) !== true);
      return missing ?? firstOf(has, (node, line) => wanted.get(node)?.has(line) !== true);
    });
  }

  /** The node is gone, and what ran on it. */
  forget(node: string): void {
    this.#daemons.delete(node);
  }

  async close(): Promise<void> {
    await this.#all((daemon) => daemon.close());
    rmSync(this.#lab.folder, { recursive: true, force: true });
  }

  #daemonOf(node: string): Daemon {
    const daemon = this.#daemons.get(node) ?? new Daemon(this.#lab, node);
    this.#daemons.set(node, daemon);
    return daemon;
  }

  async #all(action: (daemon: Daemon) => Promise<void>): Promise<void> {
    await Promise.all([...this.#daemons.values()].map(action));
  }

  /** @param wrong the first route that is not as it shall be, in words; `undefined` where all are */
  async #until(model: CalicoModel, wrong: (has: RouteLines) => string | undefined): Promise<void> {
    const deadline = performance.now() + CONVERGENCE_MS;
    for (let look = 1; ; look++) {
      const found = wrong(await this.#routes(model));
      if (found === undefined) return;
      if (performance.now() > deadline) throw await this.#failure(found);
      if (look % LOOKS_BEFORE_PROGRAMMING === 0) await this.#all((daemon) => daemon.program());
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  async #failure(found: string): Promise<NotObservedError> {
    const complaints = await Promise.all(
      [...this.#daemons.values()].map((one) => one.complaints()),
    );
    const seconds = CONVERGENCE_MS / 1000;
    return new NotObservedError(
      [`BIRD's routes are not settled after ${seconds} s: ${found}`, ...complaints.flat()].join(
        '; ',
      ),
    );
  }

  async #routes({ nodes }: CalicoModel): Promise<RouteLines> {
    const there = nodes.filter(({ name }) => this.#lab.has(name));
    const lists = there.map(async ({ name }): Promise<[string, ReadonlySet<string>]> => {
      const words = ['ip', '-j', '-4', 'route', 'show', 'proto', 'bird'];
      const { stdout } = await this.#lab.run(name, words);
      // `ip` leaves out what one has asked for.
      const routes = readRoutes(stdout).map((route) => ({ ...route, proto: 'bird' as const }));
      return [name, new Set(routes.map(formatRoute))];
    });
    return new Map(await Promise.all(lists));
  }
}

function wantedOf(model: CalicoModel): RouteLines {
  return new Map(
    model.nodes.map((node) => [node.name, new Set(bgpRoutes(model, node).map(formatRoute))]),
  );
}

function firstOf(
  lines: RouteLines,
  isWrong: (node: string, line: string) => boolean,
): string | undefined {
  for (const [node, ofNode] of lines) {
    const line = [...ofNode].find((one) => isWrong(node, one));
    if (line !== undefined) return `${line} on ${node}`;
  }
  return undefined;
}

function prefixes(lines: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  return new Set([...lines].map(prefixOf));
}

function prefixOf(line: string): string {
  return line.replace(/^blackhole /, '').split(' ')[0] ?? '';
}
