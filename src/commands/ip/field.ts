/**
 * One answer of ip, three ways: as text, in colours, and as JSON (iproute2 6.1, lib/json_print.c,
 * lib/color.c). An answer is a list of fields, each with its text and, where JSON has it, its key.
 */
import { formatJson, type JsonRecord, type JsonValue } from './json';

/** What ip gives a colour of its own. */
type Colour = 'name' | 'mac' | 'inet' | 'up' | 'down';

/** SGR parameters: cyan, yellow, magenta, green, red. */
const SGR: Readonly<Record<Colour, number>> = { name: 36, mac: 33, inet: 35, up: 32, down: 31 };

export interface Field {
  readonly text: string;
  readonly colour?: Colour;
  readonly json?: JsonRecord;
}

export interface FieldManner {
  readonly colours: boolean;
  readonly json: boolean;
  readonly pretty: boolean;
  readonly oneLine: boolean;
}

/** Only text: a word that JSON does not need. */
export function word(text: string): Field {
  return { text };
}

/** @param text as it stands between its neighbours, the blank behind it included */
export function field(text: string, key: string, value: JsonValue, colour?: Colour): Field {
  const json = { [key]: value };
  return colour === undefined ? { text, json } : { text, json, colour };
}

/** Something that only JSON says. */
export function unsaid(key: string, value: JsonValue): Field {
  return { text: '', json: { [key]: value } };
}

/**
 * All answers to one question. In text each ends with a line's end.
 * @param answers each a list of fields
 */
export function renderAnswers(
  answers: readonly (readonly Field[])[],
  { colours, json, pretty, oneLine }: FieldManner,
): string {
  if (json) {
    const records = answers.map((fields): JsonRecord => {
      return Object.assign({}, ...fields.map((one) => one.json ?? {}));
    });
    return `${formatJson(records, pretty)}\n`;
  }
  const lines = answers.map((fields) => {
    const text = fields.map((one) => (colours ? coloured(one) : one.text)).join('');
    return `${oneLine ? text.replaceAll('\n', '\\') : text}\n`;
  });
  return lines.join('');
}

function coloured({ text, colour }: Field): string {
  return colour === undefined || text === '' ? text : `\u001b[${SGR[colour]}m${text}\u001b[0m`;
}
