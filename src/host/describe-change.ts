/** A change of a host as a line of text: `12.345 s  k8s-w1  felix: put back the route …`. */
import type { HostChange } from './host-change';

export function describeChange({ atUs, host, by, what }: HostChange): string {
  const who = by === 'hand' ? 'by hand' : by;
  return `${(atUs / 1_000_000).toFixed(3)} s  ${host}  ${who}: ${what}`;
}
