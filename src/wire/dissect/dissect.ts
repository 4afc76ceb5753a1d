/**
 * A frame's bytes taken apart, protocol by protocol, outer before inner. It never throws: bytes may
 * be hostile, and captures may cut frames short.
 */
import type { FieldNode } from './field-tree';

/** The protocols of a frame in order; its link type as in https://www.tcpdump.org/linktypes.html. */
export function dissect(bytes: Uint8Array, _linkType: number): readonly FieldNode[] {
  return [
    {
      name: 'data',
      label: 'Data',
      value: '',
      offset: 0,
      length: bytes.length,
      children: [],
    },
  ];
}
