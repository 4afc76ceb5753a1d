/**
 * Which sentences see nothing of a cluster but what they name: no other pod, and no trace of what was done
 * before, changes what they say.
 */
import { type Step, sentenceOf } from '../../spec/spec';

const BLIND: ReadonlySet<string> = new Set([
  'manifests.file',
  'manifests.text',
  'manifests.file.applied',
  'manifests.text.applied',
  'control.ping.pod',
  'control.ping.address',
  'control.connect.pod',
  'control.connect.address',
  'ping.pod',
  'ping.address',
  'ping.node',
  'ping.pod.with',
  'ping.address.with',
  'node.pings.pod',
  'node.pings.address',
  'connect.pod',
  'connect.address',
  'ping.succeeds',
  'ping.fails',
  'ping.count',
  'reply.ttl',
  'connection.succeeds',
  'connection.fails',
  'connection.server',
  'encapsulated',
  'not-encapsulated',
  'source.seen',
  'no-reply',
  'dropped.reason',
  'dropped.host',
  'dropped.because',
  'pool.set',
]);

export function seesOnlyWhatItNames(step: Step): boolean {
  return BLIND.has(sentenceOf(step)?.entry.id ?? '');
}
