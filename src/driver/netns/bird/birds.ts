/**
 * A BIRD daemon in the namespace of every node, and what they tell each other. Their files are in a
 * folder of this lab under the system's own for such things.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCidr } from '../../../addr/cidr';
import { bgpRoutes } from '../../../calico/bgp/bgp-routes';
import type { CalicoModel, CalicoNode } from '../../../calico/model';
import type { Route } from '../../../host/route';
import type { Lab } from '../lab/lab';
import { inside, mortal, runTool, TOOL_ENVIRONMENT } from '../lab/run-tool';
import { birdConfig } from './bird-config';
import { kernelRoutes, readBirdRoutes } from './read-routes';

/** So long they may take to agree; what they have not told each other by then is missing. */
const CONVERGENCE_MS = 20_000;
const LOOK_EVERY_MS = 150;

export class Birds {
  readonly #lab: Lab;
  readonly #daemons = new Map<string, ChildProcess>();
  readonly #configs = new Map<string, string>();

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** Tells the daemons what has changed. @returns what each node's kernel shall have of them */
  async update(model: CalicoModel): Promise<ReadonlyMap<string, readonly Route[]>> {
    const changed = model.nodes.filter((node) => this.#configure(model, node));
    await Promise.all(changed.map((node) => this.#start(node.name)));
    const deadline = performance.now() + CONVERGENCE_MS;
    for (;;) {
      const routes = await this.#routes(model);
      const hasAll = model.nodes.every((node) => {
        return isComplete(routes.get(node.name) ?? [], bgpRoutes(model, node));
      });
      if (hasAll || performance.now() > deadline) return routes;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** The node is gone, and what ran on it. */
  forget(node: string): void {
    this.#configs.delete(node);
    this.#daemons.delete(node);
  }

  async close(): Promise<void> {
    const ended = [...this.#daemons.values()].map((daemon) => {
      if (daemon.exitCode !== null || daemon.signalCode !== null) return undefined;
      const end = new Promise((resolve) => daemon.once('close', resolve));
      daemon.kill('SIGKILL');
      return end;
    });
    await Promise.all(ended);
    rmSync(this.#lab.folder, { recursive: true, force: true });
  }

  /** @returns whether there is anything new for its daemon */
  #configure(model: CalicoModel, node: CalicoNode): boolean {
    const config = birdConfig(model, node);
    if (this.#configs.get(node.name) === config) return false;
    this.#configs.set(node.name, config);
    mkdirSync(this.#lab.folder, { recursive: true });
    writeFileSync(this.#file(node.name, 'conf'), config);
    return true;
  }

  /** Starts the daemon of a node, or has it read its configuration anew. */
  async #start(node: string): Promise<void> {
    const [config, socket] = [this.#file(node, 'conf'), this.#file(node, 'ctl')];
    if (this.#daemons.has(node)) {
      await runTool(['birdc', '-s', socket, 'configure']);
      return;
    }
    const words = ['bird', '-f', '-c', config, '-s', socket];
    const [program = '', ...rest] = mortal(inside(this.#lab.namespaceOf(node), words));
    const daemon = spawn(program, rest, { env: TOOL_ENVIRONMENT, stdio: 'ignore' });
    this.#daemons.set(node, daemon);
    while (!existsSync(socket)) {
      if (daemon.exitCode !== null) throw new Error(`bird does not start on ${node}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async #routes(model: CalicoModel): Promise<ReadonlyMap<string, readonly Route[]>> {
    const lists = model.nodes.map(async (node): Promise<[string, readonly Route[]]> => {
      const socket = this.#file(node.name, 'ctl');
      const { stdout } = await runTool([
        'birdc',
        '-s',
        socket,
        'show',
        'route',
        'table',
        'master4',
        'all',
      ]);
      return [node.name, kernelRoutes(model, node, readBirdRoutes(stdout))];
    });
    return new Map(await Promise.all(lists));
  }

  #file(node: string, ending: string): string {
    return join(this.#lab.folder, `${node}.${ending}`);
  }
}

function isComplete(routes: readonly Route[], wanted: readonly Route[]): boolean {
  const there = new Set(routes.map(({ destination }) => formatCidr(destination)));
  return (
    there.size === wanted.length &&
    wanted.every(({ destination }) => there.has(formatCidr(destination)))
  );
}
