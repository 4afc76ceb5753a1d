/** Programs that the real hosts have and this model has not: they say so, and nothing else. */
import { failed } from '../../commands/command';
import type { ShellCommand } from './shell-command';

export const NOT_MODELLED = [
  'apt',
  'apt-get',
  'at',
  'bpftool',
  'bridge',
  'cmp',
  'containerd',
  'crontab',
  'crictl',
  'ctr',
  'curl',
  'dd',
  'dig',
  'dmesg',
  'docker',
  'ethtool',
  'host',
  'ifconfig',
  'iperf3',
  'journalctl',
  'kubeadm',
  'lsmod',
  'lsof',
  'modprobe',
  'nano',
  'nc',
  'netstat',
  'nft',
  'nmap',
  'nsenter',
  'nslookup',
  'ps',
  'scp',
  'service',
  'socat',
  'ss',
  'strace',
  'systemctl',
  'tc',
  'telnet',
  'top',
  'trap',
  'ulimit',
  'umask',
  'vi',
  'vim',
  'wget',
  'yes',
] as const;

const EXIT_NOT_MODELLED = 64;

export function notHere(name: string): ShellCommand {
  return () => failed(`not modelled here: ${name}`, EXIT_NOT_MODELLED);
}

export const man: ShellCommand = ([page]) =>
  page === undefined
    ? failed('What manual page do you want?', 1)
    : failed(`No manual entry for ${page}: there are no manuals here`, 16);
