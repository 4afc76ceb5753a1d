/**
 * A block of code as HTML. Long lines are moved within the block, also by keys.
 */
import { escapeText } from '../../report/escape';
import { coloured } from './colour-code';

/** @param info the words behind the fence, of which the first is the language */
export function codeBlock(code: string, info: string): string {
  const [language = ''] = info.split(' ');
  const pieces = coloured(code, language).map(({ text, kind }) =>
    kind === undefined || text === ''
      ? escapeText(text)
      : `<span class="code-${kind}">${escapeText(text)}</span>`,
  );
  return `<pre tabindex="0"><code>${pieces.join('')}</code></pre>\n`;
}
