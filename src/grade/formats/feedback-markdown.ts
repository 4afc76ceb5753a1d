/**
 * What a student is told, as Markdown, in one language: for a pull request's comment, a mail, a terminal.
 */
import type { Wording } from '../../base/wording';
import type { Feedback, MutantFeedback, TaskFeedback } from '../feedback/feedback';
import type { Check, StudentScenario } from '../model/result';
import { markdownText } from './markdown-text';

export function feedbackMarkdown(feedback: Feedback, language: keyof Wording): string {
  const { student, assignment, state, problems, digest } = feedback;
  const say = (words: Wording) => words[language];
  const blocks = [
    `# ${markdownText(assignment)}: ${markdownText(student)}`,
    state === 'ungradable' ? say(UNGRADABLE) : scoreWords(feedback, language),
    ...(problems.length === 0 ? [] : [`## ${say(PROBLEMS)}`, list(problems.map(markdownText))]),
    ...feedback.tasks.flatMap((task) => taskBlocks(task, language)),
    `${say(DIGEST)}: \`${digest}\``,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function scoreWords(
  { points = 0, decided, hidden, maxPoints, formula }: Feedback,
  language: keyof Wording,
) {
  if (hidden === 0) {
    const how = formula === undefined ? '' : ` (${formula[language]})`;
    return language === 'en'
      ? `**${points} of ${maxPoints} points**${how}`
      : `**${maxPoints}점 중 ${points}점**${how}`;
  }
  return language === 'en'
    ? `**${points} of ${decided} points** decided so far; ${hidden} more are hidden.`
    : `지금까지 정해진 ${decided}점 중 **${points}점**. 나머지 ${hidden}점은 비공개이다.`;
}

function taskBlocks(task: TaskFeedback, language: keyof Wording): readonly string[] {
  const { title, points, decided, formula, checks, hiddenChecks, scenarios, mutants } = task;
  const say = (words: Wording) => words[language];
  const how = formula === undefined ? '' : `: ${say(formula)}`;
  const caught = mutants.filter(({ isCaught }) => isCaught).length;
  return [
    `## ${markdownText(say(title))} (${points}/${decided})${how}`,
    list([
      ...checks.map((check) => checkLine(check, say)),
      ...(hiddenChecks === 0 ? [] : [hiddenWords(hiddenChecks, language)]),
    ]),
    ...(scenarios.length === 0
      ? []
      : [`### ${say(SCENARIOS)}`, list(scenarios.map((scenario) => scenarioLine(scenario, say)))]),
    ...(mutants.length === 0
      ? []
      : [
          `### ${say(MUTANTS)} (${caught}/${mutants.length})`,
          say(BROKEN),
          list(mutants.map((mutant, at) => mutantLine(mutant, at + 1, say))),
        ]),
  ].filter((block) => block !== '');
}

function hiddenWords(count: number, language: keyof Wording): string {
  return language === 'en' ? `hidden checks: ${count}` : `비공개 검사 ${count}개`;
}

type Say = (words: Wording) => string;

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function checkLine({ name, verdict, why, points, maxPoints }: Check, say: Say): string {
  const reason = why === '' ? '' : `: ${markdownText(why)}`;
  const count = `${tidy(points)}/${tidy(maxPoints)}`;
  return `${say(VERDICTS[verdict])} (${count}) ${markdownText(name)}${reason}`;
}

function scenarioLine({ where, name, state, why }: StudentScenario, say: Say): string {
  const reason = why === '' ? '' : `: ${markdownText(why)}`;
  return `${say(STATES[state])} ${markdownText(where)} ${markdownText(name)}${reason}`;
}

function mutantLine(
  { isCaught, caughtBy, ...told }: MutantFeedback,
  number: number,
  say: Say,
): string {
  const box = isCaught ? '[x]' : '[ ]';
  const name = told.name === undefined ? `${number}` : `${number} ${markdownText(told.name)}`;
  const more = [
    ...(told.misconception === undefined ? [] : [markdownText(say(told.misconception))]),
    ...(isCaught ? [caughtBy.map(markdownText).join(', ')] : []),
    ...(told.hint === undefined || isCaught ? [] : [markdownText(say(told.hint))]),
  ];
  return [`${box} ${name}`, ...more].join(': ');
}

function tidy(points: number): number {
  return Number(points.toFixed(2));
}

const UNGRADABLE: Wording = {
  en: '**Not graded.** No attempt is used up.',
  ko: '**채점하지 않음.** 시도 횟수는 줄지 않는다.',
};
const PROBLEMS: Wording = { en: 'About your files', ko: '제출 파일에 대하여' };
const DIGEST: Wording = { en: 'Check value', ko: '검증 값' };
const SCENARIOS: Wording = { en: 'Your scenarios', ko: '제출한 시나리오' };
const MUTANTS: Wording = { en: 'Broken engines noticed', ko: '알아차린 고장 엔진' };
const BROKEN: Wording = {
  en: 'Each of these engines was broken on purpose, in one way.',
  ko: '엔진마다 한 군데를 일부러 고장 냈다.',
};
const VERDICTS: Readonly<Record<Check['verdict'], Wording>> = {
  held: { en: '✔ held', ko: '✔ 성립' },
  violated: { en: '✖ violated', ko: '✖ 위반' },
  'not established': { en: '? not established', ko: '? 확인되지 않음' },
};
const STATES: Readonly<Record<StudentScenario['state'], Wording>> = {
  valid: { en: '✔ valid', ko: '✔ 유효' },
  'over-specified': { en: '≠ over-specified', ko: '≠ 과잉 명세' },
  wrong: { en: '✖ wrong', ko: '✖ 틀림' },
  vacuous: { en: '○ says nothing', ko: '○ 의미 없음' },
  'not counted': { en: '– not counted', ko: '– 세지 않음' },
};
