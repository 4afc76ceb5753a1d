/**
 * The one way in which matchers are made here: a question that answers with a complaint, or with
 * nothing where it is content. Chai's own expected/actual pair is left out on purpose: Cucumber would
 * print the diff of the two in place of the message.
 */
import { invariant } from '../../src/base/invariant';

/** Adds `expect(value).to.NAME(...args)`. A negative sentence has a check of its own, with its control. */
export function addCheck<Value, Args extends readonly unknown[]>(
  chai: Chai.ChaiStatic,
  utils: Chai.ChaiUtils,
  name: string,
  check: (value: Value, ...args: Args) => string | undefined,
): void {
  chai.Assertion.addMethod(name, function (this: Chai.AssertionStatic, ...args: unknown[]) {
    invariant(!utils.flag(this, 'negate'), `${name} has no negative: a control would be missing`);
    const complaint = check(utils.flag(this, 'object') as Value, ...(args as unknown as Args));
    this.assert(complaint === undefined, withoutTemplates(complaint ?? ''), '');
  });
}

/** `#{this}` and its like are chai's own templates, so a message that quotes data has none. */
function withoutTemplates(message: string): string {
  return message.replaceAll('#{', '# {');
}
