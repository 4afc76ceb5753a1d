/**
 * What the attachments of a scenario hold for a report, by their media types. They may come from a
 * file that somebody sent, so nothing is believed of them but their form.
 */
import type { Attachment } from '@cucumber/messages';
import type { z } from 'zod';
import {
  CAPTURE_MEDIA_TYPE,
  MISMATCH_MEDIA_TYPE,
  TOPOLOGY_MEDIA_TYPE,
  VERDICT_MEDIA_TYPE,
  WALK_MEDIA_TYPE,
} from '../model/media-types';
import type { Judgement } from '../model/verdict';
import { JUDGEMENT, MISMATCH, TOPOLOGY } from './evidence-shapes';
import { pageCaptureOf } from './page-capture';
import type { ReadScenario } from './read-scenario';
import { WALK } from './walk-shape';

type Attached = Pick<ReadScenario, 'evidence' | 'pcapng'> & {
  /** Of what wrote it last; the judge is missing in messages of old. */
  readonly judgement?: Pick<Judgement, 'verdict' | 'why'> & Partial<Judgement>;
};

export function attachedIn(attachments: readonly Attachment[]): Attached {
  const all = <Value>(mediaType: string, shape: z.ZodType<Value>): readonly Value[] =>
    attachments
      .filter((attachment) => attachment.mediaType === mediaType)
      .flatMap((attachment) => ofShape(attachment, shape));
  const judgement = all(VERDICT_MEDIA_TYPE, JUDGEMENT).at(-1);
  const topology = all(TOPOLOGY_MEDIA_TYPE, TOPOLOGY).at(-1);
  const pcapng = attachments
    .filter(({ mediaType }) => mediaType === CAPTURE_MEDIA_TYPE)
    .map(bytesIn)
    .at(-1);
  const capture = pcapng === undefined ? undefined : pageCaptureOf(pcapng);
  return {
    evidence: {
      ...(topology === undefined ? {} : { topology }),
      walks: all(WALK_MEDIA_TYPE, WALK),
      mismatches: all(MISMATCH_MEDIA_TYPE, MISMATCH),
      ...(capture === undefined ? {} : { capture }),
    },
    ...(judgement === undefined ? {} : { judgement }),
    ...(pcapng === undefined || capture === undefined ? {} : { pcapng }),
  };
}

function ofShape<Value>(attachment: Attachment, shape: z.ZodType<Value>): readonly Value[] {
  const { success, data } = shape.safeParse(jsonIn(textIn(attachment)));
  return success ? [data] : [];
}

function textIn(attachment: Attachment): string {
  return isBase64(attachment) ? bytesIn(attachment).toString('utf8') : attachment.body;
}

function bytesIn(attachment: Attachment): Buffer {
  return Buffer.from(attachment.body, isBase64(attachment) ? 'base64' : 'latin1');
}

function isBase64({ contentEncoding }: Attachment): boolean {
  return contentEncoding === 'BASE64';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A damaged message says nothing.
    return undefined;
  }
}
