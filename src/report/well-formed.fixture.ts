/**
 * Asks whether a text is well-formed XML (XML 1.0, section 2.1), as far as our writers go: elements,
 * quoted attributes, text and the five entities. No comments, no CDATA, no DOCTYPE.
 */

const TAG = /<(\/?)([a-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gy;
const TEXT = /[^<]+/gy;
const BARE_AMPERSAND = /&(?!(amp|lt|gt|quot|#39);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** What is wrong with it, or `undefined`. */
export function wellFormed(xml: string): string | undefined {
  if (BARE_AMPERSAND.test(xml)) return 'an ampersand that begins no entity';
  if (FORBIDDEN.test(xml) || /\p{Cs}/u.test(xml)) return 'a character that XML does not allow';
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    TEXT.lastIndex = at;
    const text = TEXT.exec(xml);
    if (text !== null) {
      if (open.length === 0 && text[0].trim() !== '') return `text outside: ${text[0]}`;
      at += text[0].length;
      continue;
    }
    TAG.lastIndex = at;
    const [tag = '', closes, name = '', , isEmpty] = TAG.exec(xml) ?? [];
    if (tag === '') return `no tag: ${xml.slice(at, at + 60)}`;
    if (closes === '/' && open.pop() !== name) return `</${name}> closes another element`;
    if (closes === '' && isEmpty === '') open.push(name);
    at += tag.length;
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> is not closed`;
}
