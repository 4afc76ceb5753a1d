/** `hostname [-s] [-f] [-i] [-I]`: the name of the node or the pod, and its addresses (hostname(1)). */
import { formatIpv4 } from '../../addr/ipv4';
import type { Netns } from '../../kernel/netns';
import { commandOf, failed, notModelled, printed } from '../command';
import { ownName, resolveName } from '../host-names';

export const hostname = commandOf((words, netns) => {
  const [word, ...more] = words;
  const own = ownName(netns);
  if (more.length > 0) throw notModelled(`hostname ${words.join(' ')}`);
  switch (word) {
    case undefined:
    case '-s':
    case '--short':
    case '-f':
    case '--fqdn':
    case '--long':
      return printed(`${own}\n`);
    case '-i':
    case '--ip-address': {
      const address = resolveName(netns, own);
      if (address !== undefined) return printed(`${formatIpv4(address)}\n`);
      return failed('hostname: Name or service not known', 1);
    }
    case '-I':
    case '--all-ip-addresses':
      return printed(`${addressesOf(netns)}\n`);
    default:
      if (word.startsWith('-')) throw notModelled(`hostname ${word}`);
      return failed('hostname: you must be root to change the host name', 1);
  }
});

/** Each with a blank behind it; those of lo are nobody's business. */
function addressesOf({ devices, loopback }: Netns): string {
  return [...devices.values()]
    .filter((device) => device !== loopback && device.isUp)
    .flatMap(({ addresses }) => addresses.map(({ address }) => `${formatIpv4(address)} `))
    .join('');
}
