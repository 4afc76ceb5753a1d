/** What a violated assertion expected beside what there was. */
import type { JSX } from 'preact';
import type { Mismatch } from '../../model/mismatch';

export function MismatchView({ mismatch }: { readonly mismatch: Mismatch }): JSX.Element {
  return <section class="mismatch">{mismatch.subject}</section>;
}
