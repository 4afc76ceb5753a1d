/**
 * `ip [OPTIONS] OBJECT COMMAND` (iproute2 6.1, ip(8)): routes, neighbours, links and addresses.
 */
import { CommandError } from '../../netfilter/command-error';
import { commandOf, printed } from '../command';
import { addr } from './addr/addr';
import { runObject } from './ip-object';
import { readIpOptions } from './ip-options';
import { EXIT_USAGE, isShortFor } from './ip-words';
import { link } from './link/link';
import { neigh } from './neigh/neigh';
import { route } from './route/route';

/** In the order in which ip tries them: `ip a` is about addresses, `ip r` about routes. */
const OBJECTS = [addr, route, neigh, link] as const;

const USAGE = `Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
where  OBJECT := { address | link | neighbour | route }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -4 |
                    -br[ief] | -o[neline] | -c[olor] }`;

export const ip = commandOf((words, netns) => {
  const { options, wantsVersion, rest } = readIpOptions(words);
  if (wantsVersion) return printed('ip utility, iproute2-6.1.0\n');
  const [name, ...command] = rest;
  if (name === undefined || name === 'help') throw new CommandError(USAGE, EXIT_USAGE);
  const object = OBJECTS.find(({ names }) => names.some((full) => isShortFor(name, full)));
  if (object === undefined) {
    throw new CommandError(`Object "${name}" is unknown, try "ip help".`, 1);
  }
  return printed(runObject(object, command, netns, options));
});
