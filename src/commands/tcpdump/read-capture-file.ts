/**
 * `tcpdump -r FILE`: the packets of a capture file, as if they were just seen.
 */
import { CommandError } from '../../netfilter/command-error';
import {
  type Capture,
  CaptureFormatError,
  LINKTYPE_ETHERNET,
  LINKTYPE_LINUX_SLL2,
  SNAP_LENGTH,
} from '../../wire/capture/capture';
import { writePcap } from '../../wire/capture/pcap';
import { readCapture } from '../../wire/capture/read-capture';
import { canPrint } from '../../wire/print';
import { type CommandInput, type CommandResult, notModelled } from '../command';
import { LINK_TYPE_NAMES } from './capture-devices';
import type { Filter } from './filter/compile-filter';
import type { PacketLines, SeenFrame } from './packet-lines';
import type { TcpdumpOptions } from './parse-tcpdump';

/** A file that was opened, and what tcpdump says of it. */
interface OpenedFile {
  readonly linkType: number;
  readonly snapLength: number;
  readonly frames: readonly SeenFrame[];
  readonly announcement: string;
}

/** Where the file of that name is read: `-` is what comes by the pipe. */
export function pathToRead(name: string): string {
  return name === '-' ? '/dev/stdin' : name;
}

export function openCaptureFile(path: string, input: CommandInput): OpenedFile {
  const bytes = input.files.get(pathToRead(path));
  if (bytes === undefined) {
    throw new CommandError(`tcpdump: ${path}: No such file or directory`, 1);
  }
  const capture = captureOf(bytes);
  const [first] = capture.interfaces;
  const linkType = first?.linkType ?? LINKTYPE_ETHERNET;
  if (!canPrint(linkType)) throw notModelled(`tcpdump -r of link type ${linkType}`);
  const snapLength = first?.snapLength ?? SNAP_LENGTH;
  const link = `link-type ${LINK_TYPE_NAMES[linkType] ?? linkType}`;
  const warning =
    linkType === LINKTYPE_LINUX_SLL2 ? 'Warning: interface names might be incorrect\n' : '';
  return {
    linkType,
    snapLength,
    frames: capture.frames.map(({ atUs, bytes: captured, wireLength }) => ({
      atUs,
      bytes: captured,
      wireLength: wireLength ?? captured.length,
    })),
    announcement: `reading from file ${path}, ${link}, snapshot length ${snapLength}\n${warning}`,
  };
}

function captureOf(bytes: Uint8Array): Capture {
  if (bytes.length < 4) {
    const told = `tried to read 4 file header bytes, only got ${bytes.length}`;
    throw new CommandError(`tcpdump: truncated dump file; ${told}`, 1);
  }
  try {
    const capture = readCapture(bytes, '');
    const types = new Set(capture.interfaces.map(({ linkType }) => linkType));
    if (types.size > 1) throw notModelled('tcpdump -r of several link types');
    return capture;
  } catch (error) {
    if (!(error instanceof CaptureFormatError)) throw error;
    throw new CommandError('tcpdump: unknown file format', 1);
  }
}

/** Reads to the end, or as many packets as were asked for. */
export function readThrough(
  file: OpenedFile,
  options: TcpdumpOptions,
  filter: Filter,
  lines: PacketLines | undefined,
): CommandResult {
  const wanted = file.frames.filter(({ bytes, wireLength }) => {
    return filter(bytes, wireLength, undefined);
  });
  const frames = wanted.slice(0, options.maxCount);
  const printed = lines === undefined ? [] : frames.map((frame) => lines.text(frame));
  const count = `${frames.length} packet${frames.length === 1 ? '' : 's'}\n`;
  const { writeFile } = options;
  const stdout = printed.join('') + (options.counts ? count : '');
  const answer = { stdout, stderr: file.announcement, exit: 0 };
  if (writeFile === undefined) return answer;
  const bytes = writePcap(file.linkType, frames, file.snapLength);
  return { ...answer, files: [{ path: writeFile, bytes }] };
}
