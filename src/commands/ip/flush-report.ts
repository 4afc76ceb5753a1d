/** What `ip … flush` says of its work: nothing, unless `-s` asks (iproute2 6.1). */
import type { IpOptions } from './ip-options';

export function flushReport(count: number, { statistics }: IpOptions): string {
  if (!statistics) return '';
  if (count === 0) return 'Nothing to flush.\n';
  const noun = count === 1 ? 'entry' : 'entries';
  return `\n*** Round 1, deleting ${count} ${noun} ***\n*** Flush is complete after 1 round ***\n`;
}
