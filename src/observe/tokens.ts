/**
 * Names for numbers that chance chose (ICMP ids, ports), in the order in which they are first seen:
 * `id1`, `port1`. Numbers that the scenario itself chose stay numbers.
 */
import { VXLAN_PORT } from '../wire/vxlan';
import type { Action } from './action';
import type { Scenario } from './scenario';

/** The ports that traceroute sends to: one more with each probe. */
const TRACEROUTE_PORT_FIRST = 33434;
const TRACEROUTE_PORT_COUNT = 100;

export class Tokens {
  readonly #chosenIds = new Set<number>();
  readonly #chosenPorts = new Set<number>([VXLAN_PORT]);
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(scenario: Pick<Scenario, 'actions' | 'services'>) {
    for (const action of scenario.actions) this.#leaveOut(action);
    for (const { port, targetPort } of scenario.services.values()) {
      this.#chosenPorts.add(port).add(targetPort ?? port);
    }
  }

  icmpId(id: number): string | number {
    return this.#chosenIds.has(id) ? id : this.#token('id', id);
  }

  port(port: number): string | number {
    return this.#chosenPorts.has(port) ? port : this.#token('port', port);
  }

  /** The source port that a VXLAN device hashed from the inner flow; `sender` is its own address. */
  vxlanPort(sender: string, port: number): string {
    return this.#token(`vxsport@${sender}#`, port);
  }

  #token(kind: string, value: number): string {
    const key = `${kind}=${value}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    this.#names.set(key, `${kind}${count}`);
    return `${kind}${count}`;
  }

  #leaveOut(action: Action): void {
    if (action.do === 'inject') this.#chosenIds.add(action.icmpId);
    if (action.do === 'ping' && action.icmpId !== undefined) this.#chosenIds.add(action.icmpId);
    if (action.do === 'udp' || action.do === 'tcp') {
      const { port, serverPort, flows } = action;
      for (const chosen of [port, serverPort, ...flows.map(({ sport }) => sport)]) {
        if (chosen !== undefined) this.#chosenPorts.add(chosen);
      }
    }
    if (action.do === 'traceroute') {
      for (let offset = 0; offset < TRACEROUTE_PORT_COUNT; offset++) {
        this.#chosenPorts.add(TRACEROUTE_PORT_FIRST + offset);
      }
    }
  }
}
