/** Go's templates, as its documentation has them. */
import { expect } from 'chai';
import type { Json, JsonObject } from '../go-yaml';
import { executeTemplate, type TemplateHost } from './execute-template';
import { TemplateError } from './template-error';

const host: TemplateHost = {
  field: (value, name) => (value as JsonObject | undefined | null)?.[name],
  functions: { join: (list, separator) => (list as readonly Json[]).join(String(separator)) },
};

const DATA = {
  items: [
    { name: 'one', uses: ['a', 'b'], size: 24 },
    { name: 'two', uses: [], size: 26 },
  ],
  labels: { rr: 'true', 'a.b/c': 'd' },
};

describe('a template', () => {
  for (const [template, expected] of [
    ['plain', 'plain'],
    ['{{range .items}}{{.name}} {{end}}', 'one two '],
    ['{{ range .items }}\n{{- .name -}}\n{{ end }}', 'onetwo'],
    ['{{range $i, $e := .items}}{{$i}}={{$e.name}};{{end}}', '0=one;1=two;'],
    ['{{range .items}}{{if .uses}}{{join .uses ","}}{{else}}-{{end}}{{end}}', 'a,b-'],
    ['{{range .items}}{{if eq .size 24}}x{{else if eq .size 26}}y{{else}}z{{end}}{{end}}', 'xy'],
    ['{{with (index .items 1)}}{{.name}}{{end}}', 'two'],
    ['{{(index .items 0).name}}', 'one'],
    ['{{$n := len .items}}{{printf "%d of %-4s|%q" $n "x" "y"}}', '2 of x   |"y"'],
    ['{{index .labels "a.b/c"}} {{.labels.rr}} {{.labels.no}}', 'd true <no value>'],
    ['{{range $k, $v := .labels}}{{$k}}:{{$v}} {{end}}', 'a.b/c:d rr:true '],
    ['{{.items}}', '[map[name:one size:24 uses:[a b]] map[name:two size:26 uses:[]]]'],
    ['{{/* nothing */}}{{range .none}}x{{else}}none{{end}}', 'none'],
    ['{{.items | len | printf "%v!"}}{{"\\n"}}{{`raw`}}', '2!\nraw'],
    ['{{and true 0}} {{or 0 "a"}} {{not true}} {{lt 1 2}} {{ge "a" "b"}}', '0 a false true false'],
  ] as const) {
    it(`${template} becomes ${JSON.stringify(expected)}`, () => {
      expect(executeTemplate(template, DATA, host)).to.equal(expected);
    });
  }

  for (const template of [
    '{{',
    '{{range .items}}',
    '{{end}}',
    '{{foo}}',
    '{{$x}}',
    '{{}}',
    '{{if}}{{end}}',
    '{{(.a}}',
    '{{.items 1}}',
  ]) {
    it(`${template} is refused`, () => {
      expect(() => executeTemplate(template, DATA, host)).to.throw(TemplateError);
    });
  }
});
