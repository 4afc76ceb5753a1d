/**
 * What the attachments of a scenario hold for a report, by their media types. They may come from a
 * file that somebody sent, so nothing is believed of them but their form.
 */
import { type Attachment, AttachmentContentEncoding } from '@cucumber/messages';
import { HOPS_MEDIA_TYPE, LOSS_MEDIA_TYPE, PCAP_MEDIA_TYPE, SVG_MEDIA_TYPE } from './evidence';
import type { Evidence, VerdictName } from './scenario-report';

/** As the steps attach it; see steps/support/verdict.ts. */
const VERDICT_MEDIA_TYPE = 'application/vnd.calicumber.verdict+json';
const VERDICTS: readonly VerdictName[] = ['held', 'violated', 'not established'];
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

export interface VerdictContent {
  readonly verdict: VerdictName;
  readonly why: string;
}

/** `undefined` where it is no verdict. */
export function verdictIn({ mediaType, body }: Attachment): VerdictContent | undefined {
  if (mediaType !== VERDICT_MEDIA_TYPE) return undefined;
  const content = jsonIn(body);
  const verdict = VERDICTS.find((name) => name === content['verdict']);
  return verdict === undefined ? undefined : { verdict, why: String(content['why'] ?? '') };
}

/** `undefined` for what a report does not show. */
export function evidenceIn(attachment: Attachment): Evidence | undefined {
  const { mediaType, body, contentEncoding, fileName = '' } = attachment;
  const isBase64 = contentEncoding === AttachmentContentEncoding.BASE64 && BASE64.test(body);
  switch (mediaType) {
    case SVG_MEDIA_TYPE:
      return isBase64 ? { kind: 'picture', base64: body } : undefined;
    case PCAP_MEDIA_TYPE:
      return isBase64 ? { kind: 'capture', bytes: Buffer.from(body, 'base64') } : undefined;
    case HOPS_MEDIA_TYPE:
      return { kind: 'text', name: fileName, text: textOf(body, isBase64) };
    case LOSS_MEDIA_TYPE:
      return { kind: 'sentence', text: textOf(body, isBase64) };
    default:
      return undefined;
  }
}

function textOf(body: string, isBase64: boolean): string {
  return isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function jsonIn(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // A damaged message says nothing; the scenario is then not established.
    return {};
  }
}
