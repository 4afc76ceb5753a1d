/**
 * `ip link`: devices (ip-link(8)).
 */
import { linesOf } from '../../command';
import type { IpCommand, IpObject } from '../ip-object';
import { notSimulated } from '../ip-words';
import { devicesWanted } from './device-filter';
import { linkAddresses } from './link-kinds';
import { flagsOf, renderLink, renderLinkBriefly } from './render-link';
import { deleteLink, setLink } from './set-link';

const show: IpCommand = ({ words, netns, options }) => {
  const devices = devicesWanted(words, netns);
  if (options.brief) {
    return linesOf(
      devices.map((device) => {
        const [own] = linkAddresses(device);
        return `${renderLinkBriefly(device)}${own} <${flagsOf(device).join(',')}> `;
      }),
    );
  }
  const separator = options.oneLine ? '\\' : '\n';
  return linesOf(devices.map((device) => renderLink(device, options, 'link').join(separator)));
};

const add: IpCommand = () => {
  throw notSimulated('link add');
};

export const link: IpObject = {
  names: ['link'],
  help: 'link',
  show,
  commands: [
    ['add', add],
    ['set', setLink],
    ['delete', deleteLink],
    ['show', show],
    ['lst', show],
    ['list', show],
  ],
};
