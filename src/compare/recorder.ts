/**
 * A driver that passes everything on to another and writes down each question with its answer. Before it
 * closes, it asks for the tables of every host, so that what no sentence asked for is compared as well.
 */
import { formatMac } from '../addr/mac';
import {
  type CommandResult,
  type ConnectionRow,
  type Driver,
  type Inventory,
  type Link,
  type Neighbour,
  NotObservedError,
  RefusedError,
} from '../driver/driver';
import type { HostName, Outcome, Stimulus } from '../driver/stimulus';
import type { HostChange } from '../host/host-change';
import type { Route } from '../host/route';
import type { CapturedFrame } from '../trace/trace';
import { type Account, type Answer, NOTHING_CHOSEN, type Table } from './account';
import { chosenBy, outcomeTables, questionOf } from './outcome-tables';
import {
  answerTable,
  connectionTable,
  inventoryTables,
  lineTable,
  linkTable,
  neighbourTable,
  resultTables,
  routeTable,
  ruleTable,
} from './tables-of';

/** What a recorder hands over when its driver closes. */
export interface Recording {
  readonly account: Account;
  readonly frames: readonly CapturedFrame[];
}

type Context = Pick<Answer, 'stimulus' | 'chosen'>;

const NO_STIMULUS: Context = { stimulus: undefined, chosen: NOTHING_CHOSEN };

export class Recorder implements Driver {
  readonly name: string;
  readonly #driver: Driver;
  readonly #onEnd: (recording: Recording) => void;
  readonly #answers: Answer[] = [];
  readonly #frames: CapturedFrame[] = [];
  /** Who has each MAC address. */
  readonly #owners = new Map<string, Set<string>>();

  constructor(driver: Driver, onEnd: (recording: Recording) => void) {
    this.name = driver.name;
    this.#driver = driver;
    this.#onEnd = onEnd;
  }

  async apply(yaml: string, source: string) {
    const action = () => this.#driver.apply(yaml, source);
    return this.#record(`apply ${source}`, action, (applied) => [
      lineTable(
        'lines',
        'what was applied',
        applied.map(({ kind, name, result }) => `${kind} ${name} ${result}`),
      ),
    ]);
  }

  async delete(kind: string, name: string): Promise<void> {
    await this.#record(`delete ${kind} ${name}`, () => this.#driver.delete(kind, name), none);
  }

  async patch(kind: string, name: string, change: object): Promise<void> {
    const action = () => this.#driver.patch(kind, name, change);
    await this.#record(`patch ${kind} ${name}`, action, none);
  }

  async inventory(): Promise<Inventory> {
    return this.#record('inventory', () => this.#driver.inventory(), inventoryTables);
  }

  async run(stimulus: Stimulus): Promise<Outcome> {
    const context = { stimulus: stimulus.kind, chosen: chosenBy(stimulus) };
    const action = () => this.#driver.run(stimulus);
    const outcome = await this.#record(questionOf(stimulus), action, outcomeTables, context);
    this.#frames.push(...outcome.frames);
    return outcome;
  }

  async exec(host: HostName, command: string): Promise<CommandResult> {
    const question = `on ${host}: ${command.trim().split('\n').join('; ')}`;
    return this.#record(question, () => this.#driver.exec(host, command), resultTables);
  }

  async wait(milliseconds: number): Promise<void> {
    await this.#record(`wait ${milliseconds} ms`, () => this.#driver.wait(milliseconds), none);
  }

  async neighbours(host: HostName): Promise<readonly Neighbour[]> {
    const name = `neighbours of ${host}`;
    const read = (rows: readonly Neighbour[]) => [neighbourTable(rows, name)];
    return this.#record(name, () => this.#driver.neighbours(host), read);
  }

  async routes(host: HostName): Promise<readonly Route[]> {
    const name = `routes of ${host}`;
    const read = (rows: readonly Route[]) => [routeTable(rows, name)];
    return this.#record(name, () => this.#driver.routes(host), read);
  }

  async links(host: HostName): Promise<readonly Link[]> {
    const name = `links of ${host}`;
    const links = await this.#record(
      name,
      () => this.#driver.links(host),
      (rows) => [linkTable(rows, name)],
    );
    for (const { name: device, kind, mac } of links) {
      // Felix makes the MAC address of vxlan.calico from the node's name.
      if (mac === undefined || kind === 'vxlan' || kind === 'loopback') continue;
      const owners = this.#owners.get(formatMac(mac)) ?? new Set();
      this.#owners.set(formatMac(mac), owners.add(`${device} of ${host}`));
    }
    return links;
  }

  async connections(host: HostName): Promise<readonly ConnectionRow[]> {
    const name = `connections of ${host}`;
    const read = (rows: readonly ConnectionRow[]) => [connectionTable(rows, name)];
    return this.#record(name, () => this.#driver.connections(host), read);
  }

  async ipset(host: HostName, name: string): Promise<readonly string[] | undefined> {
    const question = `IP set ${name} of ${host}`;
    const read = (members: readonly string[] | undefined) => optional('members', question, members);
    return this.#record(question, () => this.#driver.ipset(host, name), read);
  }

  async chain(host: HostName, table: string, chain: string) {
    const question = `chain ${chain} of ${table} on ${host}`;
    const read = (rules: readonly string[] | undefined) => optional('chains', question, rules);
    return this.#record(question, () => this.#driver.chain(host, table, chain), read);
  }

  async sysctl(host: HostName, path: string): Promise<string | undefined> {
    const read = (value: string | undefined) => [answerTable(path, { value: value ?? 'none' })];
    return this.#record(`sysctl ${path} of ${host}`, () => this.#driver.sysctl(host, path), read);
  }

  async journal(): Promise<readonly HostChange[]> {
    return this.#record('journal', () => this.#driver.journal(), none);
  }

  /** Passed on unrecorded: when background frames come is the clock's affair, and those of each stimulus are known. */
  async captured(): Promise<readonly CapturedFrame[]> {
    return this.#driver.captured();
  }

  async close(): Promise<void> {
    try {
      await this.#askForAll();
    } finally {
      this.#onEnd({
        account: { answers: this.#answers, macOwners: this.#macOwners() },
        frames: this.#frames,
      });
      await this.#driver.close();
    }
  }

  async #askForAll(): Promise<void> {
    const { nodes, workloads, routers, outside } = await this.inventory();
    const machines = [...nodes, ...routers, ...outside].map(({ name }) => name);
    for (const host of [...machines, ...workloads.map(({ pod }) => pod)]) {
      await this.links(host);
      await this.routes(host);
      await this.neighbours(host);
    }
    for (const { name } of nodes) {
      await this.connections(name);
      await this.#rulesOf(name);
    }
  }

  /** The driver is asked for chains by name; all of them at once only the tool knows. */
  async #rulesOf(host: HostName): Promise<void> {
    const action = () => this.#driver.exec(host, 'iptables-save');
    await this.#record(`rules of ${host}`, action, ({ stdout }) => [
      ruleTable(`rules of ${host}`, stdout),
    ]);
  }

  #macOwners(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#owners].flatMap(([mac, [owner, ...others]]) =>
        owner === undefined || others.length > 0 ? [] : [[mac, owner]],
      ),
    );
  }

  async #record<Value>(
    question: string,
    action: () => Promise<Value>,
    read: (value: Value) => readonly Table[],
    { stimulus, chosen }: Context = NO_STIMULUS,
  ): Promise<Value> {
    const at = { question, stimulus, chosen };
    try {
      const value = await action();
      this.#answers.push({ ...at, tables: read(value), notObserved: undefined });
      return value;
    } catch (error) {
      const isUnseen = error instanceof NotObservedError;
      const isRefused = error instanceof RefusedError;
      const tables = isRefused
        ? [lineTable('lines', 'the refusal', error.message.split('\n'))]
        : [];
      this.#answers.push({ ...at, tables, notObserved: isUnseen ? error.message : undefined });
      throw error;
    }
  }
}

function none(): readonly Table[] {
  return [];
}

function optional(
  kind: Table['kind'],
  name: string,
  lines: readonly string[] | undefined,
): readonly Table[] {
  return lines === undefined
    ? [answerTable(name, { exists: 'false' })]
    : [lineTable(kind, name, lines)];
}
