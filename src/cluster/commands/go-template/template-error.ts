/** A template that Go's text/template would refuse, or could not carry out. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}
