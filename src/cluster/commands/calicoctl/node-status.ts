/** `calicoctl node status` (calicoctl/commands/node/status.go): the BGP peers of this node. */
import { formatIpv4 } from '../../../addr/ipv4';
import { wallClock } from '../../../base/wall-clock';
import { type CommandInput, type CommandResult, failed, printed } from '../../../commands/command';
import type { Cluster } from '../../cluster';
import { asciiTable } from './ascii-table';
import { birdPeers } from './bird-peers';
import type { ParsedWords } from './parse-words';

/** Older than that and BIRD shows the day instead of the time. */
const TIME_SHOWN_MAX_US = 20 * 3600 * 1e6;

const HEAD = ['Peer address', 'Peer type', 'State', 'Since', 'Info'];

export function nodeStatus(
  _words: ParsedWords,
  cluster: Cluster,
  _input: CommandInput,
  host: string,
): CommandResult {
  const node = cluster.control.model.nodes.find(({ name }) => name === host);
  if (node === undefined) return failed('Calico process is not running.', 1);
  const { nowUs } = cluster.network;
  const rows = birdPeers(cluster, node).map(({ address, type, state, sinceUs, info }) => [
    formatIpv4(address),
    type,
    state,
    since(sinceUs, nowUs),
    info,
  ]);
  const table = rows.length === 0 ? 'No IPv4 peers found.\n' : asciiTable(HEAD, rows);
  return printed(
    `Calico process is running.\n\nIPv4 BGP status\n${table}\nIPv6 BGP status\nNo IPv6 peers found.\n\n`,
  );
}

/** `21:00:03`, or `2024-09-05` where it is long ago. */
function since(sinceUs: number, nowUs: number): string {
  const [day = '', time = ''] = wallClock(sinceUs).toISOString().split('T');
  return nowUs - sinceUs < TIME_SHOWN_MAX_US ? time.slice(0, 8) : day;
}
