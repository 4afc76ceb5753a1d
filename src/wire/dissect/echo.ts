/**
 * The echo service (RFC 862): whatever came, to be sent back.
 */
import type { Reader } from './reader';

export const ECHO_PORT = 7;

export function dissectEcho(reader: Reader, destination: number): void {
  const { start, end } = reader;
  reader.begin('ECHO');
  reader.tell({ info: destination === ECHO_PORT ? 'Request' : 'Response' });
  const node = reader.protocol('echo', 'Echo');
  reader.bytesField(node, 'echo.data', 'Echo data', start, end - start);
}
