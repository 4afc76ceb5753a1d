/**
 * The words that a lab has just now.
 */
import { formatIpv4 } from '../../addr/ipv4';
import type { SimDriver } from '../../driver/sim/sim';
import type { Terminal } from '../../shell/terminal';
import type { Vocabulary } from './completion';

export async function vocabularyOf(driver: SimDriver, terminal: Terminal): Promise<Vocabulary> {
  const { nodes, workloads, outside, pools } = await driver.inventory();
  const links = await driver.links(terminal.host);
  const names = [
    ...[...nodes, ...outside, ...pools, ...links].map(({ name }) => name),
    ...workloads.flatMap(({ pod, address }) => [
      pod.replace(/^default\//, ''),
      formatIpv4(address),
    ]),
    ...nodes.map(({ address }) => formatIpv4(address)),
  ];
  return { commands: terminal.commands, names };
}
