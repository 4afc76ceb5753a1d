/** Templates, and what kubectl v1.30.13 made of them with the same objects. */
import { expect } from 'chai';
import { jsonPath } from './json-path';

const LIST = {
  kind: 'List',
  items: [
    { name: 'one', size: 80, labels: { app: 'web', 'a.b/c': 'x' }, ports: [80, 443] },
    { name: 'two', size: 443, labels: {}, ports: [] },
  ],
};

const render = (argument: string) => jsonPath({ name: 'jsonpath', argument }, LIST);

const templates: readonly (readonly [template: string, shown: string])[] = [
  ['{.items[*].name}', 'one two'],
  ['{.items[0].name}', 'one'],
  ['{.items[-1].name} {.items[-1:].name} {.items[0:2].name}', 'two two one two'],
  ["{.items[0]['name','size']}", 'one 80'],
  ["{.items[0]['labels.app']}", 'web'],
  ['{.items[0].labels.a\\.b/c}', 'x'],
  ['{.items[0].labels}', '{"app":"web","a.b/c":"x"}'],
  ['{.items[0].ports}', '[80,443]'],
  ['{range .items[*]}{.name}{"\\t"}{.size}{"\\n"}{end}', 'one\t80\ntwo\t443\n'],
  ['{range .items[*]}{.name}', 'onetwo'],
  ['{range .items[*]}[{$.kind} {@.name}]{end}', '[List one][List two]'],
  ['{.items[?(@.name=="one")].size}', '80'],
  ['{.items[?(@.size>100)].name}', 'two'],
  ['{.items[?(@.labels.app)].name}', 'one'],
  ['{..name}', 'one two'],
  ['{.nothing}{.items[*].nothing}', ''],
  ['plain {.kind} text', 'plain List text'],
];

describe('a JSONPath template', () => {
  for (const [template, shown] of templates) {
    it(`prints ${JSON.stringify(shown)} for ${template}`, () => {
      expect(render(template)).to.equal(shown);
    });
  }

  const refusals: readonly (readonly [template: string, says: string])[] = [
    ['{.items', 'error: error parsing jsonpath {.items, unclosed action'],
    ['{.items[a]}', 'error: error parsing jsonpath {.items[a]}, invalid array index a'],
    ['{.items[9].name}', 'array index out of bounds: index 9, length 2'],
    ['{end}', 'not in range, nothing to end'],
  ];
  for (const [template, says] of refusals) {
    it(`is refused: ${template}`, () => {
      expect(() => render(template)).to.throw(says);
    });
  }
});
