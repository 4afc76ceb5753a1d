/**
 * JSON as iproute2 writes it: on one line, or `-p` with the brackets where it likes them (lib/json_writer.c).
 */
export type JsonValue =
  | string
  | number
  | boolean
  | readonly string[]
  | JsonRecord
  | readonly JsonRecord[];

export interface JsonRecord {
  readonly [key: string]: JsonValue;
}

const INDENT = '    ';

export function formatJson(records: readonly JsonRecord[], pretty: boolean): string {
  return pretty ? prettyArray(records, 1) : JSON.stringify(records);
}

function prettyArray(values: readonly (string | JsonRecord)[], depth: number): string {
  if (values.length === 0) return '[ ]';
  const texts = values.map((value) =>
    typeof value === 'string' ? JSON.stringify(value) : prettyRecord(value, depth + 1),
  );
  return `[ ${texts.join(',')} ]`;
}

/** @param depth of its members; its own brace closes one further out */
function prettyRecord(record: JsonRecord, depth: number): string {
  const members = Object.entries(record).map(
    ([key, value]) => `\n${INDENT.repeat(depth)}"${key}": ${prettyValue(value, depth)}`,
  );
  return `{${members.join(',')}\n${INDENT.repeat(depth - 1)}}`;
}

function prettyValue(value: JsonValue, depth: number): string {
  if (isList(value)) return prettyArray(value, depth + 1);
  return typeof value === 'object' ? prettyRecord(value, depth + 1) : JSON.stringify(value);
}

function isList(value: JsonValue): value is readonly string[] | readonly JsonRecord[] {
  return Array.isArray(value);
}
