/**
 * A host that does what it is told and complains as a kernel would: about what is there already, is
 * missing, or is still in use. It keeps `HostState`'s parts and nothing else.
 */
import type { Rule } from '../netfilter/rule';
import type { HostState } from './host-state';
import type { LinkSpec, Op } from './op';
import type { Route } from './route';

export class NaiveHost {
  readonly links = new Map<string, LinkSpec>();
  readonly routes = new Map<string, Route>();
  /** Addresses, neighbours, forwarding entries: `DEVICE …` to what it says. */
  readonly entries = new Map<string, string>();
  readonly sysctls = new Map<string, string>();
  readonly ipsets = new Map<string, readonly string[]>();
  readonly chains = new Map<string, readonly Rule[]>();
  readonly hooks = new Map<string, Rule[]>();
  readonly #nic: string;

  /** @param nic a device that is there and nobody's business */
  constructor(nic = 'ens5') {
    this.#nic = nic;
  }

  applyAll(ops: readonly Op[]): this {
    for (const op of ops) this.apply(op);
    return this;
  }

  apply(op: Op): void {
    switch (op.kind) {
      case 'link-add':
        refuse(this.links.has(op.link.name), `${op.link.name} exists`);
        this.links.set(op.link.name, op.link);
        return;
      case 'link-delete':
        refuse(!this.links.delete(op.device), `no ${op.device}`);
        this.#dropAllOf(op.device);
        return;
      case 'link-mtu':
        this.links.set(op.device, { ...this.#link(op.device), mtu: op.mtu });
        return;
      case 'link-mac':
        this.links.set(op.device, { ...this.#link(op.device), mac: op.mac } as LinkSpec);
        return;
      case 'link-up':
        this.#link(op.device);
        return;
      case 'address-add':
        this.#link(op.device);
        refuse(this.entries.has(`${op.device} ${op.address.address}`), 'address exists');
        this.entries.set(`${op.device} ${op.address.address}`, op.scope);
        return;
      case 'address-delete':
        refuse(!this.entries.delete(`${op.device} ${op.address.address}`), 'no such address');
        return;
      case 'route-replace':
        if (op.route.device !== this.#nic && op.route.device) this.#link(op.route.device);
        this.routes.set(destinationOf(op.route), op.route);
        return;
      case 'route-delete':
        refuse(!this.routes.delete(destinationOf(op.route)), 'no such route');
        return;
      default:
        this.#applyToEntries(op);
    }
  }

  #applyToEntries(op: Op): void {
    switch (op.kind) {
      case 'neighbour-replace':
        this.#link(op.device);
        this.entries.set(`${op.device} neighbour ${op.address}`, `${op.mac}`);
        return;
      case 'neighbour-delete':
        refuse(!this.entries.delete(`${op.device} neighbour ${op.address}`), 'no neighbour');
        return;
      case 'fdb-replace':
        this.#link(op.device);
        this.entries.set(`${op.device} fdb ${op.mac}`, `${op.remote}`);
        return;
      case 'fdb-delete':
        refuse(!this.entries.delete(`${op.device} fdb ${op.mac}`), 'no such entry');
        return;
      case 'sysctl':
        this.sysctls.set(op.path, op.value);
        return;
      default:
        this.#applyToRules(op);
    }
  }

  #applyToRules(op: Op): void {
    switch (op.kind) {
      case 'ipset-create':
        refuse(this.ipsets.has(op.name), `${op.name} exists`);
        this.ipsets.set(op.name, []);
        return;
      case 'ipset-swap':
        refuse(!this.ipsets.has(op.name), `no set ${op.name}`);
        this.ipsets.set(op.name, op.members);
        return;
      case 'ipset-destroy':
        refuse(
          this.#allRules().some((rule) => setsOf(rule).includes(op.name)),
          'set in use',
        );
        refuse(!this.ipsets.delete(op.name), `no set ${op.name}`);
        return;
      case 'chain-restore':
        for (const rule of op.rules) this.#check(op.table, rule);
        this.chains.set(`${op.table} ${op.chain}`, op.rules);
        return;
      case 'chain-delete': {
        const isUsed = [...this.chains, ...this.hooks].some(
          ([key, rules]) =>
            key.startsWith(`${op.table} `) && rules.some((rule) => calleeOf(rule) === op.chain),
        );
        refuse(isUsed, `${op.chain} in use`);
        refuse(!this.chains.delete(`${op.table} ${op.chain}`), `no chain ${op.chain}`);
        return;
      }
      case 'rule-insert':
        this.#check(op.table, op.rule);
        this.#hook(op.table, op.chain).splice(op.at - 1, 0, op.rule);
        return;
      case 'rule-append':
        this.#check(op.table, op.rule);
        this.#hook(op.table, op.chain).push(op.rule);
        return;
      case 'rule-delete': {
        const rules = this.#hook(op.table, op.chain);
        const at = rules.findIndex((rule) => JSON.stringify(rule) === JSON.stringify(op.rule));
        refuse(at < 0, 'no such rule');
        rules.splice(at, 1);
        return;
      }
      default:
        throw new Error(`${op.kind} is none of these`);
    }
  }

  #link(name: string): LinkSpec {
    const link = this.links.get(name);
    if (link === undefined) throw new Error(`no device ${name}`);
    return link;
  }

  #dropAllOf(device: string): void {
    for (const [key, route] of this.routes) if (route.device === device) this.routes.delete(key);
    for (const key of this.entries.keys()) {
      if (key.startsWith(`${device} `)) this.entries.delete(key);
    }
    for (const path of this.sysctls.keys()) {
      if (path.includes(`.${device}.`)) this.sysctls.delete(path);
    }
  }

  #hook(table: string, chain: string): Rule[] {
    const rules = this.hooks.get(`${table} ${chain}`) ?? [];
    this.hooks.set(`${table} ${chain}`, rules);
    return rules;
  }

  #allRules(): readonly Rule[] {
    return [...this.chains.values(), ...this.hooks.values()].flat();
  }

  #check(table: string, rule: Rule): void {
    const callee = calleeOf(rule);
    refuse(callee !== undefined && !this.chains.has(`${table} ${callee}`), `no chain ${callee}`);
    for (const set of setsOf(rule)) refuse(!this.ipsets.has(set), `no set ${set}`);
  }
}

/** What a host should look like that has come to this state from nothing. */
export function hostIn(state: HostState): NaiveHost {
  const host = new NaiveHost();
  for (const link of state.links) host.links.set(link.name, link);
  for (const route of state.routes) host.routes.set(destinationOf(route), route);
  for (const { device, address, scope } of state.addresses) {
    host.entries.set(`${device} ${address.address}`, scope);
  }
  for (const { device, address, mac } of state.neighbours) {
    host.entries.set(`${device} neighbour ${address}`, `${mac}`);
  }
  for (const { device, mac, remote } of state.fdb) {
    host.entries.set(`${device} fdb ${mac}`, `${remote}`);
  }
  for (const [path, value] of state.sysctls) host.sysctls.set(path, value);
  for (const { name, members } of state.ipsets) host.ipsets.set(name, members);
  for (const { table, name, rules } of state.chains) host.chains.set(`${table} ${name}`, rules);
  for (const { table, chain, inserted, appended } of state.hooks) {
    host.hooks.set(`${table} ${chain}`, [...inserted, ...appended]);
  }
  return host;
}

function refuse(isWrong: boolean, why: string): void {
  if (isWrong) throw new Error(why);
}

function destinationOf({ destination, metric }: Route): string {
  return `${destination.address}/${destination.length} ${metric}`;
}

function calleeOf({ target }: Rule): string | undefined {
  return target?.kind === 'jump' || target?.kind === 'goto' ? target.chain : undefined;
}

function setsOf({ matches }: Rule): readonly string[] {
  return matches.flatMap((match) => (match.kind === 'set' ? [match.name] : []));
}
