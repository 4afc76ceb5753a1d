/** The text is Gherkin. */
import type { Rule } from '../rule';

export const syntax: Rule = {
  id: 'syntax',
  says: 'A feature is a text that Gherkin can read.',
  help: 'Write what the message expects at this place.',
  severity: 'error',
  find: ({ spec }) => spec.problems.map(({ place, says }) => ({ place, message: says })),
};
