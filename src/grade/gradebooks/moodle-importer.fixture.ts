/**
 * Moodle's importer of offline grading worksheets as far as what we write meets it (Moodle,
 * mod/assign/feedback/offline/importgradeslib.php and locallib.php), made of its rules alone.
 */
import { parse } from 'csv-parse/sync';

/** The strings of a site's language that the importer compares headers with. */
export interface MoodleLanguage {
  readonly identifier: string;
  readonly grade: string;
  readonly modified: string;
  readonly feedback: string;
  /** Before the participant's number. */
  readonly participant: string;
  readonly decimalSign: ',' | '.';
}

export const ENGLISH: MoodleLanguage = {
  identifier: 'Identifier',
  grade: 'Grade',
  modified: 'Last modified (grade)',
  feedback: 'Feedback comments',
  participant: 'Participant ',
  decimalSign: '.',
};

export const KOREAN: MoodleLanguage = {
  identifier: '식별자',
  grade: '성적',
  modified: '최종 수정일 (성적)',
  feedback: '피드백 댓글',
  participant: '참가자 ',
  decimalSign: '.',
};

export const GERMAN: MoodleLanguage = {
  identifier: 'ID',
  grade: 'Bewertung',
  modified: 'Zuletzt geändert (Bewertung)',
  feedback: 'Feedback als Kommentar',
  participant: 'Teilnehmer/in',
  decimalSign: ',',
};

/** By the participant's number. */
export interface MoodleImport {
  readonly grades: ReadonlyMap<number, number>;
  readonly feedback: ReadonlyMap<number, string>;
}

/**
 * @param maximum what the assignment's grades are of: others are left out
 * @throws Error where a column is not found, or that of a parser
 */
export function importIntoMoodle(
  text: string,
  language: MoodleLanguage,
  participants: readonly number[],
  maximum: number,
): MoodleImport {
  const [head = [], ...rows]: string[][] = parse(text, { bom: true, delimiter: ',' });
  const id = head.indexOf(language.identifier);
  const grade = head.indexOf(language.grade);
  if (id < 0 || grade < 0 || head.indexOf(language.modified) < 0)
    throw new Error('invalidgradeimport');
  const comments = head.indexOf(language.feedback);
  const grades = new Map<number, number>();
  const feedback = new Map<number, string>();
  for (const row of rows) {
    const participant = Number((row[id] ?? '').slice(language.participant.length));
    if (!participants.includes(participant)) continue;
    const text = (row[grade] ?? '').replace(language.decimalSign, '.');
    const value = Number(text);
    if (text !== '' && value >= 0 && value <= maximum) grades.set(participant, value);
    if (comments > 0 && row[comments] !== '') feedback.set(participant, row[comments] ?? '');
  }
  return { grades, feedback };
}
