/** `-o go-template=…` (k8s.io/cli-runtime, pkg/printers/template.go): an object through Go's text/template. */
import { executeTemplate, type TemplateHost } from '../go-template/execute-template';
import { parseTemplate } from '../go-template/parse-template';
import { TemplateError } from '../go-template/template-error';
import type { Json } from '../go-yaml';
import { fieldAt, isMap } from './api-object';
import { ownError } from './complaint';

const HOST: TemplateHost = {
  field(value, name) {
    if (value === undefined || value === null) return undefined;
    if (isMap(value)) return value[name];
    throw new TemplateError(`can't evaluate field ${name} in type interface {}`);
  },
  functions: {
    exists: (value, ...way) =>
      fieldAt(value, ...way.map((step) => (typeof step === 'number' ? step : String(step)))) !==
      undefined,
  },
};

/** @throws KubectlError where there is no template, or none that can be carried out */
export function goTemplate(template: string | undefined, value: Json): string {
  if (template === undefined || template === '') {
    throw ownError('template format specified but no template given');
  }
  refuseBroken(template);
  try {
    return executeTemplate(template, value, HOST);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw ownError(`error executing template ${JSON.stringify(template)}: ${error.message}`);
  }
}

function refuseBroken(template: string): void {
  try {
    parseTemplate(template);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw ownError(`error parsing template ${template}, template: output:1: ${error.message}`);
  }
}
