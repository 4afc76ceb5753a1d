/** The text of a feature, letter for letter, so that what is written back differs only where it shall. */
import { readFileSync, writeFileSync } from 'node:fs';
import { wrongUse } from '../exit-code';

/** @throws CliError where it cannot be read, or is not UTF-8 */
export function readFeature(path: string): string {
  const bytes = orRefuse(`${path} cannot be read`, () => readFileSync(path));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw wrongUse(`${path} is not UTF-8; save it as UTF-8`);
  }
}

/** @throws CliError where it cannot be written */
export function writeText(path: string, text: string): void {
  orRefuse(`${path} cannot be written`, () => writeFileSync(path, text));
}

function orRefuse<Value>(what: string, action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    throw wrongUse(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
