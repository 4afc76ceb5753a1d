/**
 * What a scenario leaves for its report, as attachments of Cucumber's messages.
 */
import type { Inventory } from '../../driver/driver';
import { CAPTURE_MEDIA_TYPE, TOPOLOGY_MEDIA_TYPE, WALK_MEDIA_TYPE } from '../model/media-types';
import { captureOf } from './capture-of';
import type { Exchange } from './exchange';
import { topologyOf } from './topology-of';
import { walkOf } from './walk-of';

export interface Attachment {
  readonly data: string | Uint8Array;
  readonly mediaType: string;
  /** What a page that does not know the type calls it. */
  readonly fileName: string;
}

/** The lab, a walk for each exchange, and one capture of them all. */
export function attachmentsOf(
  inventory: Inventory,
  exchanges: readonly Exchange[],
): readonly Attachment[] {
  const attachments: Attachment[] = [
    json(topologyOf(inventory), TOPOLOGY_MEDIA_TYPE, 'topology.json'),
  ];
  let firstFrame = 0;
  exchanges.forEach((exchange, at) => {
    const walk = walkOf(exchange, at + 1, firstFrame);
    attachments.push(json(walk, WALK_MEDIA_TYPE, `trace-${at + 1}.json`));
    firstFrame += exchange.frames.length;
  });
  if (firstFrame > 0) {
    attachments.push({
      data: captureOf(exchanges.flatMap(({ frames }) => frames)),
      mediaType: CAPTURE_MEDIA_TYPE,
      fileName: 'capture.pcapng',
    });
  }
  return attachments;
}

function json(value: object, mediaType: string, fileName: string): Attachment {
  return { data: JSON.stringify(value), mediaType, fileName };
}
