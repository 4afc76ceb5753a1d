/**
 * The hosts of a scenario as network namespaces of this machine: whatever is done to the simulated ones
 * is done to these by the machine's own tools.
 */
import { bridgeLines, cableLines } from '../driver/netns/host/cable-lines';
import { quieten } from '../driver/netns/host/underlay';
import { IpipStandIn, ipipOfThisKernel } from '../driver/netns/ipip/ipip';
import { Lab } from '../driver/netns/lab/lab';
import { runTool, type ToolResult } from '../driver/netns/lab/run-tool';
import { printOps, type ToolBatch } from '../driver/netns/print/print-op';
import type { Op } from '../host/op';
import type { Deed } from '../observe/deed';
import { type Batch, batchesOf } from './deed-batches';
import { restoreTextOf } from './restore-text';

/** A tool of the real machine said no; `message` has its words. */
export class RefusedByKernelError extends Error {
  override readonly name = 'RefusedByKernelError';
}

/** Where the bridges are. No host of a scenario can be called so. */
const FABRIC = '_fabric';

export class RealHosts {
  readonly lab = new Lab();
  readonly #standIn = new IpipStandIn();
  readonly #bridges = new Map<string, string>();
  #ports = 0;

  /** @throws RefusedByKernelError */
  async carryOut(deeds: readonly Deed[]): Promise<void> {
    for (const batch of batchesOf(deeds)) await this.#carryOut(batch);
  }

  async close(): Promise<void> {
    await this.#standIn.close();
    await this.lab.close();
  }

  async #carryOut(batch: Batch): Promise<void> {
    switch (batch.kind) {
      case 'hosts':
        return this.#add(batch.hosts);
      case 'plugs':
        return this.#plug(batch.plugs);
      case 'ops':
        return this.#apply(batch.host, batch.ops);
      case 'rules':
        return this.#iptables(batch.host, batch.lines);
      case 'remove':
        return this.lab.remove(batch.host);
      case 'flush':
        await this.lab.run(batch.host, ['conntrack', '-F']);
    }
  }

  async #add(hosts: readonly string[]): Promise<void> {
    await this.lab.add(hosts);
    await Promise.all(
      hosts.map(async (host) => {
        await quieten(this.lab, host);
        // Its address comes with it.
        await this.#ip(host, ['link set dev lo up']);
      }),
    );
  }

  async #plug(plugs: Extract<Batch, { kind: 'plugs' }>['plugs']): Promise<void> {
    if (!this.lab.has(FABRIC)) await this.#add([FABRIC]);
    const lines = plugs.flatMap(({ host, device, segment, mac, mtu }) => {
      const known = this.#bridges.get(segment);
      const bridge = known ?? `br${this.#bridges.size}`;
      this.#bridges.set(segment, bridge);
      this.#ports += 1;
      const namespace = this.lab.namespaceOf(host);
      return [
        ...(known === undefined ? bridgeLines(bridge, mtu) : []),
        ...cableLines({ bridge, port: `p${this.#ports}` }, { namespace, device, mac, mtu }),
      ];
    });
    await this.#ip(FABRIC, lines);
  }

  async #apply(host: string, ops: readonly Op[]): Promise<void> {
    const namespaceOf = (name: string) => this.lab.namespaceOf(name);
    for (const batch of printOps(ops, { namespaceOf, ipip: ipipOfThisKernel() })) {
      refuseFailure(`${batch.tool} on ${host}`, await this.#run(host, batch));
    }
    for (const op of ops) {
      const isTunnel = op.kind === 'link-add' && op.link.kind === 'ipip';
      if (!isTunnel || ipipOfThisKernel() === 'kernel') continue;
      await this.#standIn.attach(this.lab.namespaceOf(host), op.link.name);
    }
  }

  #run(host: string, { tool, input }: ToolBatch): Promise<ToolResult> {
    const stdin = { stdin: input };
    switch (tool) {
      case 'ip':
      case 'bridge':
        return runTool([tool, '-n', this.lab.namespaceOf(host), '-batch', '-'], stdin);
      case 'sysctl':
        return this.lab.run(host, ['sysctl', '-q', '-p', '-'], stdin);
      case 'ipset':
        return this.lab.run(host, ['ipset', 'restore'], stdin);
      case 'iptables-restore':
        return this.lab.run(host, ['iptables-restore', '--noflush', '--wait', '5'], stdin);
    }
  }

  async #iptables(host: string, lines: readonly (readonly string[])[]): Promise<void> {
    // Alone it says better what was wrong.
    const input = lines.length > 1 ? restoreTextOf(lines) : undefined;
    if (input !== undefined) {
      const result = await this.#run(host, { tool: 'iptables-restore', input });
      refuseFailure(`iptables-restore on ${host}`, result);
      return;
    }
    for (const words of lines) {
      const result = await this.lab.run(host, ['iptables', '--wait', '5', ...words]);
      refuseFailure(`iptables ${words.join(' ')} on ${host}`, result);
    }
  }

  async #ip(host: string, lines: readonly string[]): Promise<void> {
    const words = ['ip', '-n', this.lab.namespaceOf(host), '-batch', '-'];
    refuseFailure(`ip on ${host}`, await runTool(words, { stdin: `${lines.join('\n')}\n` }));
  }
}

function refuseFailure(what: string, { exit, stderr }: ToolResult): void {
  if (exit !== 0) throw new RefusedByKernelError(`${what}: ${stderr.trim().split('\n')[0] ?? ''}`);
}
