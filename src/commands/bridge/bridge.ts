/**
 * `bridge fdb`: which node a MAC address is on, for VXLAN (bridge(8), iproute2 6.1). There are no
 * bridges here, and so neither links nor VLANs of one.
 */
import { formatIpv4 } from '../../addr/ipv4';
import { formatMac, type Mac, parseMac } from '../../addr/mac';
import type { Device } from '../../kernel/devices/device';
import { VxlanDriver } from '../../kernel/devices/vxlan';
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { CommandError } from '../../netfilter/command-error';
import { type CommandInput, commandOf, linesOf, notModelled, printed } from '../command';
import { addressOf, EXIT_USAGE, IpWords, isShortFor } from '../ip/ip-words';

const USAGE = `Usage: bridge [ OPTIONS ] OBJECT { COMMAND | help }
where  OBJECT := { link | fdb | vlan }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] }`;

const VERSIONS: Readonly<Record<CommandInput['distribution'], string>> = {
  'ubuntu-22.04': '5.15.0',
  'debian-12': '6.1.0',
};

export const bridge = commandOf((words, netns, { distribution }) => {
  const at = words.findIndex((word) => !word.startsWith('-'));
  const options = at === -1 ? words : words.slice(0, at);
  const [object, command = 'show', ...rest] = words.slice(options.length);
  if (options.some((word) => isShortFor(word.replace(/^--?/, ''), 'Version'))) {
    return printed(`bridge utility, ${VERSIONS[distribution]}\n`);
  }
  const strange = options.find((word) => !/^-(s|d|o)/.test(word));
  if (strange !== undefined) throw notModelled(`bridge ${strange}`);
  if (object === undefined || object === 'help') throw new CommandError(USAGE, EXIT_USAGE);
  if (isShortFor(object, 'link')) return printed('');
  if (isShortFor(object, 'fdb')) return printed(runFdb(netns, command, new IpWords(rest)));
  if (isShortFor(object, 'vlan')) return printed('port              vlan-id  \n');
  if (isShortFor(object, 'mdb') || isShortFor(object, 'monitor')) {
    throw notModelled(`bridge ${object}`);
  }
  throw new CommandError(`Object "${object}" is unknown, try "bridge help".`, EXIT_USAGE);
});

function runFdb(netns: Netns, command: string, words: IpWords): string {
  if (['show', 'list', 'lst'].some((name) => isShortFor(command, name))) {
    return showFdb(netns, words);
  }
  const verb = ['append', 'replace', 'delete', 'add'].find((name) => isShortFor(command, name));
  if (verb === undefined) {
    if (command === 'get' || command === 'flush') throw notModelled(`bridge fdb ${command}`);
    throw new CommandError(`Command "${command}" is unknown, try "bridge fdb help".`, EXIT_USAGE);
  }
  changeFdb(netns, verb, words);
  return '';
}

/** Only entries that somebody made; the groups that every device belongs to are not modelled. */
function showFdb({ devices }: Netns, words: IpWords): string {
  let wanted: Device | undefined;
  while (!words.isAtEnd) {
    const word = words.need();
    if (word !== 'dev') throw notModelled(`bridge fdb show ${word}`);
    wanted = deviceNamed(devices, words.need());
  }
  const shown = wanted === undefined ? [...devices.values()] : [wanted];
  return linesOf(shown.flatMap((device) => entriesOf(device, wanted !== undefined)));
}

function entriesOf({ name, driver }: Device, isAsked: boolean): readonly string[] {
  if (!(driver instanceof VxlanDriver)) return [];
  const where = isAsked ? '' : `dev ${name} `;
  return [...driver.remotes].map(
    ([mac, remote]) => `${formatMac(mac)} ${where}dst ${formatIpv4(remote)} self permanent`,
  );
}

function changeFdb(netns: Netns, verb: string, words: IpWords): void {
  let mac: Mac | undefined;
  let device: Device | undefined;
  let remote: ReturnType<typeof addressOf> | undefined;
  while (!words.isAtEnd) {
    const word = words.need();
    if (word === 'dev') device = deviceNamed(netns.devices, words.need());
    else if (word === 'dst') remote = addressOf(words.need(), 'any valid');
    else if (word === 'self' || word === 'permanent' || word === 'local') continue;
    else if (mac === undefined) mac = macOf(word);
    else throw notModelled(`bridge fdb ${verb} … ${word}`);
  }
  if (mac === undefined || device === undefined) {
    throw new CommandError('Device and address are required arguments.', EXIT_USAGE);
  }
  if (!(device.driver instanceof VxlanDriver)) throw notModelled(`bridge fdb of ${device.name}`);
  const { name } = device;
  if (verb === 'delete') {
    if (!device.driver.remotes.has(mac)) {
      throw new CommandError('RTNETLINK answers: No such file or directory', 2);
    }
    applyOp(netns, { kind: 'fdb-delete', device: name, mac });
    return;
  }
  if (remote === undefined || verb === 'append') throw notModelled(`bridge fdb ${verb}`);
  if (verb === 'add' && device.driver.remotes.has(mac)) {
    throw new CommandError('RTNETLINK answers: File exists', 2);
  }
  applyOp(netns, { kind: 'fdb-replace', device: name, mac, remote });
}

function deviceNamed(devices: Netns['devices'], name: string): Device {
  const device = devices.get(name);
  if (device === undefined) throw new CommandError(`Cannot find device "${name}"`, EXIT_USAGE);
  return device;
}

function macOf(text: string): Mac {
  const mac = parseMac(text);
  if (mac === undefined) throw new CommandError(`Invalid mac address ${text}`, EXIT_USAGE);
  return mac;
}
