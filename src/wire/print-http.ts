/**
 * HTTP in tcpdump's words (print-http.c, util-print.c of 4.99): the first line of a request or a
 * response, and with `-v` all lines; of anything else only that it goes to HTTP's port.
 */
import { CutOff, type Printout } from './printout';

/** Those of RFC 9110, and of WebDAV the usual ones. */
const METHODS = [
  ...['GET', 'PUT', 'COPY', 'HEAD', 'LOCK', 'MOVE', 'POST', 'MKCOL', 'TRACE', 'DELETE', 'SEARCH'],
  ...['UNLOCK', 'REPORT', 'UPDATE', 'NOTIFY', 'CONNECT', 'OPTIONS', 'PROPFIND', 'SUBSCRIBE'],
  ...['PROPPATCH', 'UNSUBSCRIBE'],
];

const RESPONSE = /^[!-~]+[ \t]+\d{3}(?=[ \t\r\n]|$)/;
const FIRST_WORD = /^[!-~]+/;
/** A line's text, and its end if it has one. Tabs are text. */
const LINE = /([\t -~]*)(\r?\n)?/y;

/** @param length of the data by the headers above, in bytes */
export function printHttp(out: Printout, at: number, length: number): void {
  out.protocol = 'http';
  const captured = Math.min(length, out.end - at);
  const bytes = new Uint8Array(out.view.buffer, out.view.byteOffset + at, captured);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  out.print(': HTTP');
  const word = FIRST_WORD.exec(text)?.[0].toUpperCase() ?? '';
  if (!METHODS.includes(word) && !RESPONSE.test(text)) return;
  const isCut = captured < length;
  if (out.style.verbosity === 0) {
    printLine(out, ': ', { text, isCut }, 0);
    return;
  }
  out.print(`, length: ${length}`);
  let next: number | undefined = 0;
  while (next !== undefined && next < length) next = printLine(out, '\n\t', { text, isCut }, next);
}

interface CapturedText {
  readonly text: string;
  /** The capture ends before the text does. */
  readonly isCut: boolean;
}

/** @returns where the next line begins; `undefined` behind what is no text or has no end */
function printLine(
  out: Printout,
  prefix: string,
  { text, isCut }: CapturedText,
  from: number,
): number | undefined {
  LINE.lastIndex = from;
  const [whole = '', line = '', end] = LINE.exec(text) ?? [];
  const next = from + whole.length;
  if (end === undefined) {
    const needsMore = next === text.length || text.slice(next) === '\r';
    if (isCut && needsMore) throw new CutOff();
    if (next < text.length) return undefined;
  }
  out.print(`${prefix}${line}`);
  if (end !== undefined) return next;
  out.print(` [|${out.protocol}]`);
  return undefined;
}
