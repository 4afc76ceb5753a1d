/**
 * What tcpdump says of itself: its versions, as the distributions ship them, and its usage.
 */
import type { CommandInput, CommandResult } from '../command';

const VERSIONS: Readonly<Record<CommandInput['distribution'], string>> = {
  'ubuntu-22.04':
    'tcpdump version 4.99.1\n' +
    'libpcap version 1.10.1 (with TPACKET_V3)\n' +
    'OpenSSL 3.0.2 15 Mar 2022\n',
  'debian-12':
    'tcpdump version 4.99.3\n' +
    'libpcap version 1.10.3 (with TPACKET_V3)\n' +
    'OpenSSL 3.0.19 27 Jan 2026\n',
};

const USAGE = `Usage: tcpdump [-AbdDefhHIJKlLnNOpqStuUvxX#] [ -B size ] [ -c count ] [--count]
\t\t[ -C file_size ] [ -E algo:secret ] [ -F file ] [ -G seconds ]
\t\t[ -i interface ] [ --immediate-mode ] [ -j tstamptype ]
\t\t[ -M secret ] [ --number ] [ --print ] [ -Q in|out|inout ]
\t\t[ -r file ] [ -s snaplen ] [ -T type ] [ --version ]
\t\t[ -V file ] [ -w file ] [ -W filecount ] [ -y datalinktype ]
\t\t[ --time-stamp-precision precision ] [ --micro ] [ --nano ]
\t\t[ -z postrotate-command ] [ -Z user ] [ expression ]
`;

export function versionText(distribution: CommandInput['distribution']): string {
  return VERSIONS[distribution];
}

/** `-h` */
export function help(distribution: CommandInput['distribution']): CommandResult {
  return { stdout: VERSIONS[distribution] + USAGE, stderr: '', exit: 0 };
}

/** @param fault what getopt_long(3) says of the words; nothing where it is content */
export function usageError(
  fault: string,
  distribution: CommandInput['distribution'],
): CommandResult {
  const stderr = `tcpdump: ${fault}\n${VERSIONS[distribution]}${USAGE}`;
  return { stdout: '', stderr, exit: 1 };
}
