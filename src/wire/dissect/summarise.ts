/**
 * A frame in one line, as in Wireshark's packet list.
 */
import type { FrameSummary } from './field-tree';

export function summarise(_bytes: Uint8Array, _linkType: number): FrameSummary {
  return { protocol: '', source: '', destination: '', info: '' };
}
