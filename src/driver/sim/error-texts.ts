/**
 * errno in the words of strerror(3), as programs print it.
 */
import type { TcpConnectRun } from '../../kernel/programs/tcp-connect';
import type { UdpEchoRun } from '../../kernel/programs/udp-echo';

const STRERROR: Readonly<Record<string, string>> = {
  EACCES: 'Permission denied',
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset by peer',
  EHOSTUNREACH: 'No route to host',
  EINVAL: 'Invalid argument',
  EMSGSIZE: 'Message too long',
  ENOBUFS: 'No buffer space available',
  ENETUNREACH: 'Network is unreachable',
  EPERM: 'Operation not permitted',
  ETIMEDOUT: 'Connection timed out',
};

/** `icmp_err_convert`, net/ipv4/icmp.c: what a UDP socket hears of an unreachable. */
const UNREACHABLE: Readonly<Record<number, string>> = {
  0: 'ENETUNREACH',
  1: 'EHOSTUNREACH',
  3: 'ECONNREFUSED',
  4: 'EMSGSIZE',
  9: 'ENETUNREACH',
  10: 'EHOSTUNREACH',
  13: 'EHOSTUNREACH',
};

/** `undefined` where nothing was said: the answer just never came. */
export function connectErrorText(
  error: TcpConnectRun['error'] | UdpEchoRun['error'],
): string | undefined {
  if (error === undefined) return undefined;
  if (typeof error === 'string') return STRERROR[error] ?? error;
  if (error.kind === 'EMSGSIZE') return STRERROR['EMSGSIZE'];
  const errno = error.type === 3 ? UNREACHABLE[error.code] : 'EHOSTUNREACH';
  return STRERROR[errno ?? 'ECONNREFUSED'];
}

const PING_LINE = /^ping: (?:local error: )?(.*)$/;

/** What ping says on stderr, without its name. */
export function pingLocalErrorTexts(stderr: string): readonly string[] {
  return stderr.split('\n').flatMap((line) => PING_LINE.exec(line)?.[1] ?? []);
}
