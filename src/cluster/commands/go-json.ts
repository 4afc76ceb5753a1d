/**
 * JSON as Go's encoding/json prints it indented: fields in the order of the object,
 * and the letters escaped that a page of HTML would take for its own.
 */
import type { Json } from './go-yaml';

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** Without a newline at the end. Fields that are `undefined` are left out. */
export function goJson(value: Json, indentation = 2): string {
  const text = JSON.stringify(value, null, indentation);
  return text.replace(/[<>&\u2028\u2029]/g, (sign) => ESCAPES[sign] ?? sign);
}
