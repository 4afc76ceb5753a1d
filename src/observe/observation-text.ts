/**
 * An observation as text. `lossPct` is a share and keeps its decimal point even where it is whole
 * (`0.0`), for readers that tell whole numbers from others.
 */
import type { JsonObject } from './json';

const WHOLE_SHARE = /("lossPct": ?)(\d+)(?=[,}\s])/g;

export function observationText(observation: JsonObject): string {
  return `${JSON.stringify(observation, undefined, 1).replace(WHOLE_SHARE, '$1$2.0')}\n`;
}
