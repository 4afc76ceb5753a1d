/**
 * From a scenario's text to its observation's text. Readers that tell whole numbers from others find
 * every number as it was written: `1.0` in the scenario stays `1.0`, and a share keeps its point.
 */
import type { JsonObject } from './json';
import { observe } from './observe';

/** Strings, which are left alone, and numbers with a fraction. */
const STRING_OR_FRACTION = /"(?:\\.|[^"\\])*"|(-?\d+\.\d+(?:[eE][+-]?\d+)?)/g;
const SPELLED = /"\\u0000(-?[\d.eE+-]+)"/g;
const WHOLE_SHARE = /("lossPct": ?)(\d+)(?=[,}\s])/g;

/** @throws SyntaxError where the text is no JSON, ScenarioError where the scenario cannot be had */
export function observeText(text: string, seed?: number): string {
  const { scenario, spelled } = readScenario(text);
  return observationText(observe(scenario, seed, spelled));
}

export interface ScenarioText {
  readonly scenario: JsonObject;
  /** The same, with every fraction as it was written; only for `observationText` to quote. */
  readonly spelled: JsonObject;
}

/** @throws SyntaxError where the text is no JSON */
export function readScenario(text: string): ScenarioText {
  const spelled = text.replace(STRING_OR_FRACTION, (token, fraction?: string) =>
    fraction === undefined ? token : `"\\u0000${fraction}"`,
  );
  return { scenario: JSON.parse(text), spelled: JSON.parse(spelled) };
}

export function observationText(observation: JsonObject): string {
  const text = JSON.stringify(observation, undefined, 1);
  return `${text.replace(SPELLED, '$1').replace(WHOLE_SHARE, '$1$2.0')}\n`;
}
