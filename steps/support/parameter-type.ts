/**
 * What a kind of step argument is, apart from any test runner: a name, the text it fits, and the
 * value that it becomes. Regular expressions are literal and without nested quantifiers: editors read
 * them from the source, and they are matched against text that strangers wrote.
 */
export interface ParameterTypeDefinition {
  readonly name: string;
  readonly regexp: RegExp | readonly RegExp[];
  /** One argument per capturing group; groups that did not take part are `undefined`. */
  readonly transformer?: (...groups: (string | undefined)[]) => unknown;
  /** Whether an undefined step that could use it is suggested with it. */
  readonly useForSnippets?: boolean;
}
