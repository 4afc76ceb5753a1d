/** `IntOrString` of Kubernetes: a port and a port's name, a protocol's number and its name. */
import { z } from 'zod';
import { describeValue } from '../../manifest/describe-issue';

export const intOrText = z.union([z.int(), z.string()], {
  error: ({ input }) =>
    input === undefined
      ? 'required'
      : `must be a whole number or text, not ${describeValue(input)}`,
});
