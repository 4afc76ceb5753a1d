/**
 * What other programs read of a result: valid by their own documents, without what is hidden, and the same
 * as it was, to the letter.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { AUDIENCES } from '../feedback/feedback';
import { feedbackFor } from '../feedback/for-audience';
import { GRADED, UNGRADABLE } from '../feedback/results.fixture';
import type { StudentResult } from '../model/result';
import { ctrf } from './ctrf';
import { feedbackMarkdown } from './feedback-markdown';
import { FORMATS } from './index';
import { junitXml } from './junit';
import { CTRF_SCHEMA, SCHEMAS } from './schemas.fixture';

const ROUNDING = { decimals: 0 };
const PLACE = {
  CLASSROOM: 'kans-2026',
  ASSIGNMENT: 'two-nodes',
  OWNER: 'kim',
  SUBMISSION_TAG: 'submit/3',
  COMMIT_URL: 'c',
  RELEASE_URL: 'r',
  REVIEW_URL: 'v',
};

/** Names that mean something to those who read them. */
const HOSTILE: StudentResult = {
  ...GRADED,
  student: ']]><script>alert(1)</script>\u0000\u202e=1+1',
  problems: [`<img src=x onerror=alert(1)> [a](javascript:alert(1)) ${'x'.repeat(100_000)}`],
  tasks: GRADED.tasks.map((task) => ({
    ...task,
    checks: task.checks.map((check) => ({ ...check, name: `${check.name} ]]> & "'\u0007\ud800` })),
  })),
};

const graded = (result: StudentResult, audience: (typeof AUDIENCES)[number] = 'graded') => ({
  result,
  feedback: feedbackFor(result, audience, ROUNDING),
});

/** The object in a format's file, whatever it is wrapped in. */
function objectIn(name: string, text: string): object {
  if (name !== 'github-classroom') return JSON.parse(text);
  return JSON.parse(Buffer.from(text.trim(), 'base64').toString('utf8'));
}

function golden(name: string, text: string): void {
  const path = join(__dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
  expect(text).to.equal(readFileSync(path, 'utf8'));
}

for (const { name, file, render } of FORMATS) {
  describe(`the format ${name}`, () => {
    it('is the same to the letter', () => {
      golden(`${name}.${file}`, render(graded(GRADED), PLACE));
    });

    for (const [what, result] of Object.entries({ graded: GRADED, UNGRADABLE, HOSTILE })) {
      it(`is what is read there, for ${what}`, () => {
        const object = objectIn(name, render(graded(result), {}));
        const read = SCHEMAS[name]?.safeParse(object);
        expect(read?.error).to.equal(undefined);
      });
    }

    it('names nothing hidden before it may be named', () => {
      for (const audience of AUDIENCES) {
        const text = JSON.stringify(objectIn(name, render(graded(GRADED, audience), PLACE)));
        const mayBeTold = audience === 'after-due';
        expect(text.includes('the secret of the tunnel'), audience).to.equal(mayBeTold);
      }
    });

    it('is small, whatever was handed in', () => {
      expect(render(graded(HOSTILE), {}).length).to.be.below(1_000_000);
    });
  });
}

describe('whole points', () => {
  it('add up to the score in formats that know no others', () => {
    const [, classroom50, github] = FORMATS.map(({ name, render }) =>
      objectIn(name, render(graded(GRADED), PLACE)),
    ) as readonly {
      readonly score: number;
      readonly tests: readonly { readonly score: number }[];
    }[];
    expect(classroom50?.score).to.equal(GRADED.score);
    const sum = github?.tests.reduce((total, { score }) => total + score, 0);
    expect(sum).to.equal(GRADED.score);
  });
});

describe('a class as JUnit XML', () => {
  it('is the same to the letter', () => golden('junit.xml', junitXml([GRADED, UNGRADABLE])));

  it('has no character that XML has not, and each quote in its place', () => {
    const text = junitXml([HOSTILE]);
    expect(text).to.match(/name="\]\]&gt;&lt;script&gt;/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.to.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u);
  });
});

describe('a class in CTRF', () => {
  it('is valid, and counts its tests', () => {
    const report = CTRF_SCHEMA.parse(ctrf([GRADED, UNGRADABLE], '0.1.0'));
    const { summary, tests } = report.results;
    expect(summary).to.include({ tests: 5, passed: 1, failed: 3, other: 1 });
    expect(tests).to.have.length(5);
  });
});

describe('feedback as Markdown', () => {
  for (const language of ['en', 'ko'] as const) {
    for (const audience of AUDIENCES) {
      it(`is the same to the letter, in ${language} for ${audience}`, () => {
        const { feedback } = graded(GRADED, audience);
        golden(`feedback-${audience}.${language}.md`, feedbackMarkdown(feedback, language));
      });
    }
  }

  it('shows what students wrote, and does nothing of it', () => {
    const text = feedbackMarkdown(graded(HOSTILE).feedback, 'en');
    expect(text).to.include('\\<img src=x onerror=alert(1)\\> \\[a\\](javascript');
    expect(text).not.to.match(/[^\\]<|[^\\]\[a\]/);
    expect(text.length).to.be.below(20_000);
  });
});
