/**
 * `tcpdump -i ens5 -nn proto 4 -c 4`: what goes over the interfaces of a host (tcpdump(8) of 4.99 with
 * libpcap 1.10), live or from a file.
 *
 * A frame is turned into bytes, filtered and printed only while a tcpdump that listens on its
 * interface runs. Checksums are those of the wire: no network card here makes them later.
 */
import type { Netns } from '../../kernel/netns';
import { CommandError } from '../../netfilter/command-error';
import { LINKTYPE_ETHERNET, LINKTYPE_LINUX_SLL2, LINKTYPE_RAW } from '../../wire/capture/capture';
import {
  type CommandInput,
  type CommandResult,
  linesOf,
  longCommandOf,
  type Process,
  printed,
} from '../command';
import {
  ANY,
  type CapturePoint,
  capturePoint,
  deviceLines,
  LINK_TYPE_NAMES,
} from './capture-devices';
import { compileFilter, type Filter } from './filter/compile-filter';
import { HOSTS_PATH, HostsFile } from './hosts-file';
import { LiveCapture } from './live-capture';
import { PacketLines } from './packet-lines';
import { parseTcpdump, type TcpdumpOptions } from './parse-tcpdump';
import { openCaptureFile, pathToRead, readThrough } from './read-capture-file';
import { readOptions } from './read-options';
import { help, usageError, versionText } from './usage';

export const tcpdump = longCommandOf(
  (words, netns, input) => {
    const options = parseTcpdump(words);
    if ('fault' in options) return usageError(options.fault, input.distribution);
    switch (options.question) {
      case 'help':
        return help(input.distribution);
      case 'version':
        return printed(versionText(input.distribution));
      case 'devices':
        return printed(linesOf(deviceLines(netns)));
      default:
        return options.readFile === undefined
          ? listen(options, netns, input)
          : readFile(options.readFile, options, netns, input);
    }
  },
  (words) => {
    const read = readOptions(words);
    const given = 'given' in read ? read.given : [];
    const named = given.filter(({ name }) => name === 'r' || name === 'F');
    const files = named.map(({ value }) => pathToRead(value));
    return [HOSTS_PATH, ...files];
  },
);

function readFile(
  path: string,
  options: TcpdumpOptions,
  netns: Netns,
  input: CommandInput,
): CommandResult {
  const file = openCaptureFile(path, input);
  const hosts = new HostsFile(input.files.get(HOSTS_PATH));
  return withPreface(file.announcement, () => {
    const filter = filterOf(filterText(options, input), file.linkType, hosts, false);
    const lines = options.counts ? undefined : linesFor(options, file.linkType, hosts, netns);
    return readThrough(file, options, filter, lines);
  });
}

function listen(
  options: TcpdumpOptions,
  netns: Netns,
  input: CommandInput,
): Process | CommandResult {
  const point = capturePoint(netns, options.device, input.distribution);
  if (options.question === 'link types') return linkTypes(point);
  const hosts = new HostsFile(input.files.get(HOSTS_PATH));
  const preface = point.name === ANY ? 'tcpdump: data link type LINUX_SLL2\n' : '';
  return withPreface(preface, () => {
    const filter = filterOf(filterText(options, input), point.linkType, hosts, true);
    const lines = linesFor(options, point.linkType, hosts, netns);
    const announcement = preface + listening(options, point);
    return new LiveCapture({ netns, point, options, filter, lines, announcement });
  });
}

/** What was said before stands before the complaint. */
function withPreface<Answer>(preface: string, body: () => Answer): Answer | CommandResult {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof CommandError) || preface === '') throw error;
    return { stdout: '', stderr: `${preface}${error.message}\n`, exit: error.exitStatus };
  }
}

/** A file's comments are blanks; words beside `-F` count for nothing. */
function filterText({ filter, filterFile }: TcpdumpOptions, { files }: CommandInput): string {
  if (filterFile === undefined) return filter;
  const bytes = files.get(filterFile);
  if (bytes === undefined) {
    throw new CommandError(`tcpdump: can't open ${filterFile}: No such file or directory`, 1);
  }
  return new TextDecoder().decode(bytes).replace(/#.*/g, '').trim();
}

function filterOf(filter: string, linkType: number, hosts: HostsFile, isLive: boolean): Filter {
  const names = { hosts: (name: string) => hosts.addressesOf(name) };
  return compileFilter(filter, linkType, names, isLive);
}

/** None where packets go to a file alone. */
function linesFor(
  options: TcpdumpOptions,
  linkType: number,
  hosts: HostsFile,
  netns: Netns,
): PacketLines | undefined {
  if (options.writeFile !== undefined && !options.printsWritten) return undefined;
  const deviceName = (index: number) => {
    return [...netns.devices.values()].find(({ ifindex }) => ifindex === index)?.name;
  };
  return new PacketLines(linkType, options.style, hosts, deviceName);
}

function listening(options: TcpdumpOptions, { name, linkType }: CapturePoint): string {
  const isTerse = options.style.verbosity === 0 && options.writeFile === undefined;
  const suppressed = 'verbose output suppressed, use -v[v]... for full protocol decode\n';
  const link = `link-type ${LINK_TYPE_NAMES[linkType] ?? linkType}`;
  const snapLength = `snapshot length ${options.snapLength} bytes`;
  return `tcpdump: ${isTerse ? suppressed : ''}listening on ${name}, ${link}, ${snapLength}\n`;
}

/** What an interface of a link type offers. */
const OFFERED_LINK_TYPES: Readonly<Record<number, readonly string[]>> = {
  [LINKTYPE_ETHERNET]: ['EN10MB (Ethernet)', 'DOCSIS (DOCSIS) (printing not supported)'],
  [LINKTYPE_RAW]: ['RAW (Raw IP)'],
  [LINKTYPE_LINUX_SLL2]: ['LINUX_SLL (Linux cooked v1)', 'LINUX_SLL2 (Linux cooked v2)'],
};

/** `-L` */
function linkTypes({ name, linkType }: CapturePoint): CommandResult {
  const lines = (OFFERED_LINK_TYPES[linkType] ?? []).map((type) => `  ${type}`);
  return {
    stdout: '',
    stderr: linesOf([`Data link types for ${name} (use option -y to set):`, ...lines]),
    exit: 0,
  };
}
