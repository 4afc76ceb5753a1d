/** A feature as Gherkin reads it, with one of everything. */
import type { Feature, Scenario, Step, TableRow } from '@cucumber/messages';

const location = { line: 1, column: 1 };

function row(...values: readonly string[]): TableRow {
  return { id: '', location, cells: values.map((value) => ({ location, value })) };
}

function step(keyword: string, text: string, more: Partial<Step> = {}): Step {
  return { id: '', location, keyword: `${keyword} `, text, ...more };
}

function scenario(name: string, more: Partial<Scenario> = {}): Scenario {
  const steps = [step('When', 'pod1 pings <address>')];
  const keyword = 'Scenario';
  return {
    id: '',
    location,
    tags: [],
    keyword,
    name,
    description: '',
    steps,
    examples: [],
    ...more,
  };
}

export const FEATURE: Feature = {
  location,
  tags: [{ id: '', location, name: '@nat' }],
  language: 'en',
  keyword: 'Feature',
  name: 'A pod <b>talks</b>',
  description: '  The outside\n  does not know.',
  children: [
    {
      background: {
        id: '',
        location,
        keyword: 'Background',
        name: '',
        description: '',
        steps: [
          step('Given', 'the manifests:', {
            docString: { location, content: 'kind: Pod', delimiter: '"""' },
          }),
        ],
      },
    },
    {
      scenario: scenario('no rule', {
        steps: [
          step('Then', 'the sets are', { dataTable: { location, rows: [row('a|b', '<i>')] } }),
        ],
      }),
    },
    {
      rule: {
        id: '',
        location,
        tags: [],
        keyword: 'Rule',
        name: 'the node answers',
        description: '',
        children: [
          {
            scenario: scenario('outlined', {
              keyword: 'Scenario Outline',
              examples: [
                {
                  id: '',
                  location,
                  tags: [],
                  keyword: 'Examples',
                  name: '',
                  description: '',
                  tableHeader: row('address'),
                  tableBody: [row('8.8.8.8')],
                },
              ],
            }),
          },
        ],
      },
    },
  ],
};
