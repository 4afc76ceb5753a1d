/**
 * IPv4 options (RFC 791, section 3.1), as far as cutting a packet asks for them. Linux:
 * ip_options_fragment(), net/ipv4/ip_options.c.
 */
import { viewOf } from './codec';
import { NO_OPTIONS } from './ipv4';

const END_OF_LIST = 0;
const NO_OPERATION = 1;
/** Set in the type of an option that every fragment carries, not the first alone. */
const COPIED = 0x80;

/** The options of all pieces but the first: those not copied become no-operations, in place. */
export function optionsOfLaterPieces(options: Uint8Array): Uint8Array {
  if (options.length === 0) return NO_OPTIONS;
  const copied = options.slice();
  const view = viewOf(copied);
  let at = 0;
  while (at < view.byteLength && view.getUint8(at) !== END_OF_LIST) {
    const type = view.getUint8(at);
    const length = lengthOfOption(view, at);
    if (length === undefined) break;
    if ((type & COPIED) === 0) copied.fill(NO_OPERATION, at, at + length);
    at += length;
  }
  return copied;
}

/** In bytes, type and length included; `undefined` where the option does not fit its header. */
function lengthOfOption(view: DataView, at: number): number | undefined {
  if (view.getUint8(at) === NO_OPERATION) return 1;
  const length = at + 1 < view.byteLength ? view.getUint8(at + 1) : 0;
  return length < 2 || at + length > view.byteLength ? undefined : length;
}
