/**
 * strerror(3) of the errors that a program's socket calls end with.
 */
import type { SendError } from '../../kernel/programs/send-packet';
import type { TcpError } from '../../kernel/sockets/tcp-connection';

const TEXTS = {
  EACCES: 'Permission denied',
  EADDRNOTAVAIL: 'Cannot assign requested address',
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset by peer',
  EHOSTUNREACH: 'No route to host',
  EINVAL: 'Invalid argument',
  ENOBUFS: 'No buffer space available',
  ENETUNREACH: 'Network is unreachable',
  EPERM: 'Operation not permitted',
  ETIMEDOUT: 'timed out',
} as const;

export function errorText(error: SendError | TcpError | 'EADDRNOTAVAIL'): string {
  return typeof error === 'object' ? 'Message too long' : TEXTS[error];
}
