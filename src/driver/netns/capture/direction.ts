/**
 * Which way a frame went, read off its addresses: classic captures do not say.
 */
import { isGroupMac, type Mac } from '../../../addr/mac';
import type { CapturedFrame } from '../../../trace/trace';

/** @param own the addresses that the device has or had */
export function directionOf(
  frame: CapturedFrame['frame'],
  device: string,
  own: ReadonlySet<Mac> | undefined,
): CapturedFrame['direction'] {
  // Loopback shows each packet once, when it comes back.
  if (frame.kind !== 'frame' || device === 'lo') return 'in';
  if (own?.has(frame.source)) return 'out';
  return own?.has(frame.destination) || isGroupMac(frame.destination) ? 'in' : 'other';
}
