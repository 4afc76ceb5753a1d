/**
 * `calicoctl ipam release` (calicoctl/commands/ipam/release.go): an address goes back to its block, and
 * whoever uses it is not told, so that it may be given out twice.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import { type CommandResult, printed } from '../../../commands/command';
import { notModelled } from '../../../netfilter/command-error';
import type { Cluster } from '../../cluster';
import { FatalError } from './calico-error';
import { addressOf } from './ipam-show';
import type { ParsedWords } from './parse-words';

export function ipamRelease({ values }: ParsedWords, cluster: Cluster): CommandResult {
  if (values.has('--from-report')) throw notModelled('--from-report: no report is ever written');
  const text = values.get('--ip');
  if (text === undefined) return printed('');
  const address = addressOf(text);
  const shown = formatIpv4(address);
  const wasAssigned = cluster.change(`ipam release ${shown}`, (control) => {
    const released = control.ipam.release(address, control.model.pools);
    control.settle();
    return released;
  });
  if (!wasAssigned) throw new FatalError(`IP address ${shown} is not assigned`);
  return printed(`Successfully released IP address ${shown}\n`);
}
