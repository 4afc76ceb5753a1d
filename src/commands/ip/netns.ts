/**
 * `ip netns`: names in /var/run/netns. A node has none here: containerd mounts those of pods under
 * names that `ip netns list` would show as `cni-UUID`, and these names are not modelled.
 */
import { notModelled } from '../command';
import { type IpCommand, type IpObject, refuse } from './ip-object';

const list: IpCommand = () => '';

const identify: IpCommand = ({ words }) => {
  if (!words.isAtEnd) throw notModelled('ip netns identify PID');
  return '\n';
};

export const netns: IpObject = {
  names: ['netns'],
  help: 'netns',
  usage: 'Usage: ip netns list',
  show: list,
  commands: [
    ['list', list],
    ['show', list],
    ['lst', list],
    ['add', refuse('ip netns add')],
    ['set', refuse('ip netns set')],
    ['delete', refuse('ip netns delete')],
    ['identify', identify],
    ['pids', refuse('ip netns pids')],
    ['exec', refuse('ip netns exec')],
    ['monitor', refuse('ip netns monitor')],
    ['attach', refuse('ip netns attach')],
  ],
};
