/**
 * The third verdict as an error: the scenario neither held nor was violated, because it never got so
 * far as to look. A step or the last hook throws it, so that no runner takes the scenario for passed.
 */
export class NotEstablishedError extends Error {
  override readonly name = 'NotEstablishedError';
}
