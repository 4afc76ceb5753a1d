/**
 * YAML as Kubernetes' tools print it (sigs.k8s.io/yaml on go-yaml v2): keys in alphabetical order, a
 * list at its parent's indentation, quotes only where a reader would take the text for something else.
 */

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** The document, ended by a newline. Fields that are `undefined` are left out. */
export function goYaml(value: Json): string {
  if (isList(value)) return value.length === 0 ? '[]\n' : linesOf(listLines(value));
  if (isObject(value)) {
    const lines = objectLines(value);
    return lines.length === 0 ? '{}\n' : linesOf(lines);
  }
  return linesOf(scalarLines(value));
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectLines(object: JsonObject): readonly string[] {
  return Object.keys(object)
    .sort(compareKeys)
    .flatMap((key) => {
      const value = object[key];
      return value === undefined ? [] : fieldLines(scalarLines(key)[0] ?? '', value);
    });
}

function fieldLines(key: string, value: Json): readonly string[] {
  if (isList(value)) return value.length === 0 ? [`${key}: []`] : [`${key}:`, ...listLines(value)];
  if (isObject(value)) {
    const lines = objectLines(value);
    return lines.length === 0 ? [`${key}: {}`] : [`${key}:`, ...lines.map(indented)];
  }
  const [first, ...rest] = scalarLines(value);
  return [`${key}: ${first}`, ...rest];
}

function listLines(list: readonly Json[]): readonly string[] {
  return list.flatMap((item) => {
    const lines = itemLines(item);
    if (lines.length === 0) return [isList(item) ? '- []' : '- {}'];
    return lines.map((line, at) => (at === 0 ? `- ${line}` : indented(line)));
  });
}

function itemLines(item: Json): readonly string[] {
  if (isList(item)) return listLines(item);
  return isObject(item) ? objectLines(item) : scalarLines(item);
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

/** What YAML 1.1 reads as a number, a truth, nothing, a date or a merge key. */
const RESOLVED = [
  /^[-+]?(0b[01_]+|0x[\da-fA-F_]+|0o?[0-7_]+|\d[\d_]*)$/,
  /^[-+]?(\.\d+|\d[\d_]*(\.[\d_]*)?)([eE][-+]?\d+)?$/,
  /^[-+]\._*\d[\d_]*([eE][-+]?\d+)?$/,
  /^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/,
  /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?$/,
  /^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(~|null|Null|NULL|<<|=)$/,
  /^\d{4}-\d\d?-\d\d?([Tt ]\d\d?:\d\d:\d\d(\.\d+)?( ?(Z|[-+]\d\d?(:\d\d)?))?)?$/,
];

/** A scalar that begins so, or holds this, is not plain. */
const INDICATOR = /^[,[\]{}#&*!|>'"%@`]|^[-?:](\s|$)|^\s|\s$|: |:$| #|^---|^\.\.\./;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must be escaped
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/** One line, or the head of a block and its lines. */
function scalarLines(value: string | number | boolean | null): readonly string[] {
  if (typeof value !== 'string') return [String(value)];
  if (value === '' || RESOLVED.some((pattern) => pattern.test(value))) return [`"${value}"`];
  if (UNPRINTABLE.test(value)) return [JSON.stringify(value)];
  if (value.includes('\n')) return blockLines(value);
  return [INDICATOR.test(value) ? `'${value.replaceAll("'", "''")}'` : value];
}

/** Several lines, as they are: `|` where the last one is ended, `|-` where not, `|+` where twice. */
function blockLines(value: string): readonly string[] {
  const ended = value.endsWith('\n\n') ? '|+' : '|';
  return [
    value.endsWith('\n') ? ended : '|-',
    ...value.replace(/\n$/, '').split('\n').map(indented),
  ];
}

const DIGITS = /^\d+/;

/** As go-yaml sorts the keys of a map: letters after other signs, numbers within by their value. */
function compareKeys(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const [a, b] = [one.charAt(at), other.charAt(at)];
    if (a === b) continue;
    const numbers = [DIGITS.exec(one.slice(at))?.[0], DIGITS.exec(other.slice(at))?.[0]];
    if (numbers[0] !== undefined && numbers[1] !== undefined) {
      return Number(numbers[0]) - Number(numbers[1]) || numbers[0].length - numbers[1].length;
    }
    if (isLetter(a) !== isLetter(b)) return isLetter(a) ? 1 : -1;
    return a < b ? -1 : 1;
  }
  return one.length - other.length;
}

function isLetter(sign: string): boolean {
  return /\p{L}/u.test(sign);
}
