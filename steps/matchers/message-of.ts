/**
 * For tests of messages: what an assertion that must fail says.
 */

/** The whole message of what is thrown. */
export function messageOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was thrown';
}
