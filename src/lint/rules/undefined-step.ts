/** Every step is a sentence of the catalogue. */
import { catalogue } from '../../../steps/support/catalogue';
import { likest } from '../../../steps/support/search';
import type { Step } from '../../spec/spec';
import { PLACEHOLDER } from '../placeholders';
import { respelt } from '../respell';
import type { Fix, LintedFeature, Remark, Rule } from '../rule';

export const undefinedStep: Rule = {
  id: 'undefined-step',
  says: 'Every step is a sentence that calicumber knows.',
  help: 'calicumber steps WORD finds sentences, in English and in Korean.',
  severity: 'error',
  find: (feature) =>
    feature.spec.runs.flatMap(({ steps }) =>
      steps
        .filter(({ fits, text }) => fits.length === 0 && text.text.search(PLACEHOLDER) === -1)
        .map((step) => remark(step, feature)),
    ),
};

const OFFERED_MAX = 3;

function remark(step: Step, { spec, fits }: LintedFeature): Remark {
  const { text } = step;
  const wanted = respelt(step, fits);
  const hint =
    wanted === undefined ? offersFor(text.text, spec.language) : `did you mean ${wanted}?`;
  const message = `there is no such sentence; ${hint}`;
  return { place: text.place, message, fix: wanted === undefined ? undefined : say(step, wanted) };
}

/** The sentences most like it, in the language of the feature where that has any. */
function offersFor(text: string, language: string): string {
  const found = likest(catalogue().entries, text, OFFERED_MAX * 2).map(({ wording }) => wording);
  const inLanguage = found.filter((wording) => wording.language === language);
  const offers = inLanguage.length > 0 ? inLanguage : found;
  if (offers.length === 0) return 'calicumber steps lists them all';
  const patterns = offers.slice(0, OFFERED_MAX).map(({ pattern }) => `"${pattern}"`);
  return `like it are ${patterns.join(', ')}`;
}

function say({ written, text }: Step, wanted: string): Fix | undefined {
  // In an outline other rows may read otherwise.
  if (written.text.text !== text.text) return undefined;
  const edit = text.edit(0, text.text.length, wanted);
  return edit && { says: `say ${wanted}`, edits: [edit], isSafe: true };
}
