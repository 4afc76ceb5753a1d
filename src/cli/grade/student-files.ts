/**
 * What is made for one student: a page, the same as Markdown and JSON, and what other programs read. All but
 * the instructor's own is made of `Feedback`, which has no more than the student may know.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feedbackFor } from '../../grade/feedback/for-audience';
import { feedbackMarkdown } from '../../grade/formats/feedback-markdown';
import { json } from '../../grade/formats/format';
import { FORMATS } from '../../grade/formats/index';
import type { StudentResult } from '../../grade/model/result';
import { studentPage } from '../../report/class/student-page';
import { PageShell } from '../../report/page/page-shell';
import { fileName } from './file-name';
import type { GradingFacts } from './grading-facts';

export class StudentFiles {
  readonly #out: string;
  readonly #facts: GradingFacts;
  readonly #shell = new PageShell('class');

  constructor(out: string, facts: GradingFacts) {
    this.#out = out;
    this.#facts = facts;
  }

  write(result: StudentResult): void {
    const { audience, rounding } = this.#facts;
    const feedback = feedbackFor(result, audience, rounding);
    const folder = join(this.#out, 'feedback', fileName(result.student));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), studentPage(feedback, this.#shell));
    writeFileSync(join(folder, 'feedback.json'), json(feedback));
    for (const language of ['en', 'ko'] as const) {
      const name = language === 'en' ? 'feedback.md' : `feedback.${language}.md`;
      writeFileSync(join(folder, name), feedbackMarkdown(feedback, language));
    }
    for (const { name, file, render } of FORMATS) {
      const place = join(this.#out, 'formats', name, fileName(result.student));
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, file), render({ result, feedback }, process.env));
    }
  }
}

/** In a gradebook's cell: no more than a sentence. */
export function feedbackText(result: StudentResult, { audience, rounding }: GradingFacts): string {
  const { points, decided, hidden, formula } = feedbackFor(result, audience, rounding);
  if (formula !== undefined) return formula.en;
  return `${points} of ${decided} decided so far; ${hidden} hidden`;
}
