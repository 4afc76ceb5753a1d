/** `traceroute` of Debian (2.1) on a real host, and the answers of each hop as it prints them. */
import { formatIpv4 } from '../../addr/ipv4';
import type { ActionOf } from '../../observe/action';
import { hopsOf } from '../../observe/actions/traceroute';
import type { JsonObject } from '../../observe/json';
import type { World } from '../../observe/world';
import type { RealHosts } from '../real-hosts';

const PATIENCE_MS = 60_000;

export async function realTraceroute(
  world: World,
  { lab }: RealHosts,
  { from, to, method, maxHops, probes, parallel, wait, size }: ActionOf<'traceroute'>,
): Promise<JsonObject> {
  const words = [
    'traceroute',
    ...['-n', '-q', probes, '-m', maxHops, '-N', parallel, '-w', wait].map(String),
    ...(method === 'icmp' ? ['-I'] : []),
    formatIpv4(world.resolve(to)),
    String(size),
  ];
  const { stdout, stderr, exit } = await lab.run(from, words, { patienceMs: PATIENCE_MS });
  return { exit, hops: hopsOf(stdout), stderr: stderr.trim() };
}
