/**
 * The rules of the lint as a table: what each wants of a feature, and what to do where it is not so.
 */
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../../steps/support/catalogue';
import { RULES } from '../../lint/rules';
import type { PagePart } from '../markdown/page-content';
import { WIDE_TABLE } from '../markdown/wide-table';
import { WORDS } from '../words';

export function rulesPart(language: Language): PagePart {
  const { rule, wants } = WORDS[language];
  const table = renderToString(
    <table>
      <thead>
        <tr>
          <th>{rule}</th>
          <th>{wants}</th>
        </tr>
      </thead>
      <tbody>
        {RULES.map(({ id, severity, says, help }) => (
          <tr id={`rule-${id}`}>
            <td>
              <code>{id}</code>
              <br />
              <small>{severity}</small>
            </td>
            <td lang="en">
              {says} <span class="soft">{help}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>,
  );
  const sections = RULES.map(({ id, says, help }) => ({
    place: `#rule-${id}`,
    title: id,
    text: `${says} ${help}`,
    code: '',
  }));
  return { html: WIDE_TABLE.join(table), headings: [], sections };
}
