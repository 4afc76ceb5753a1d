/**
 * `ip link`: devices (ip-link(8)).
 */
import { type Field, field, renderAnswers } from '../field';
import type { IpCommand, IpObject } from '../ip-object';
import { refuse } from '../ip-object';
import { addLink } from './add-link';
import { devicesWanted } from './device-filter';
import { briefLinkFields, linkFields } from './link-fields';
import { flagsOf, linkAddresses } from './link-kinds';
import { deleteLink, setLink } from './set-link';

const show: IpCommand = ({ words, netns, options }) => {
  const devices = devicesWanted(words, netns);
  const answers = devices.map((device): readonly Field[] => {
    if (!options.brief) return linkFields(device, options, 'link');
    const [own] = linkAddresses(device);
    const flags = flagsOf(device);
    return [
      ...briefLinkFields(device, options),
      field(`${own} `, 'address', own, 'mac'),
      field(`<${flags.join(',')}> `, 'flags', flags),
    ];
  });
  return renderAnswers(answers, options);
};

const HELP = `Usage: ip link add [ name ] NAME type { veth peer name NAME | vxlan ... }
       ip link delete { DEVICE | dev DEVICE }
       ip link set { DEVICE | dev DEVICE } [ { up | down } ] [ mtu MTU ] [ address LLADDR ]
       ip link show [ DEVICE ] [ up ] [ type TYPE ]`;

export const link: IpObject = {
  names: ['link'],
  help: 'link',
  usage: HELP,
  show,
  commands: [
    ['add', addLink],
    ['set', setLink],
    ['delete', deleteLink],
    ['show', show],
    ['lst', show],
    ['list', show],
    ['xstats', refuse('ip link xstats')],
    ['afstats', refuse('ip link afstats')],
    ['property', refuse('ip link property')],
  ],
};
