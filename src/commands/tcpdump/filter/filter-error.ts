/**
 * What libpcap refuses in a filter, in its words (gencode.c of 1.10), as tcpdump tells it.
 */
import { CommandError } from '../../../netfilter/command-error';

export function filterError(message: string): CommandError {
  return new CommandError(`tcpdump: ${message}`, 1);
}
