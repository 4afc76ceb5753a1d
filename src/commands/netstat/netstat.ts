/**
 * `netstat -r` and `netstat -i` (net-tools 2.10, netstat.c). What sockets the programs of a host have
 * is not modelled.
 */
import { CommandError } from '../../netfilter/command-error';
import { commandOf, linesOf, notModelled, printed } from '../command';
import { listed } from '../ifconfig/ifconfig';
import { renderInterface, renderInterfaceRow } from '../ifconfig/render-interface';
import { NET_TOOLS_VERSION } from '../net-tools-version';
import { renderRoutingTable } from '../route/routing-table';
import { readShortOptions } from '../short-options';

const INTERFACES = 'Kernel Interface table';
const ROW_HEADER =
  'Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg';
const LONG: Readonly<Record<string, string>> = {
  '--interfaces': '-i',
  '--numeric': '-n',
  '--route': '-r',
  '--version': '-V',
};

export const netstat = commandOf((words, netns) => {
  const short = words.map((word) => LONG[word] ?? word);
  const read = readShortOptions(short, '46acCeFgilMnNoprstuUvVwWxZ', 'A');
  if ('kind' in read) {
    throw new CommandError(`netstat: invalid option -- '${read.letter}'`, 3);
  }
  const { given } = read;
  if (given.has('V')) return printed(`${NET_TOOLS_VERSION}\n`);
  if (given.has('6')) throw notModelled('netstat -6');
  if (given.has('c')) throw notModelled('netstat -c');
  if (given.has('r')) {
    const isPlain = [...words.join('')].filter((letter) => letter === 'e').length < 2;
    return printed(renderRoutingTable(netns, isPlain ? 'windows' : 'both', given.has('n')));
  }
  if (given.has('i')) {
    const devices = listed(netns).filter(({ isUp }) => isUp || given.has('a'));
    return printed(
      given.has('e')
        ? `${INTERFACES}\n${devices.map(renderInterface).join('')}`
        : linesOf([INTERFACES, ROW_HEADER, ...devices.map((one) => renderInterfaceRow(one, 15))]),
    );
  }
  throw notModelled(
    `netstat${words.length === 0 ? '' : ` ${words.join(' ')}`}: the sockets of a host`,
  );
});
