/** What is said of a sentence that nobody knows: the sentences most like it. */
import { catalogue } from '../../../steps/support/catalogue';
import { likest } from '../../../steps/support/search';

const OFFERED_MAX = 3;

/** @param text the sentence without its keyword */
export function unknownSentence(text: string): string {
  const offers = likest(catalogue().entries, text, OFFERED_MAX).map(
    ({ wording }) => wording.pattern,
  );
  const lines =
    offers.length > 0
      ? ['there is no such sentence; did you mean', ...offers.map((offer) => `  ${offer}`)]
      : ['there is no such sentence'];
  return [...lines, '(calicumber steps lists them all)'].join('\n');
}
