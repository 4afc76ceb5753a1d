/** A student's page says all that he may know, in both languages, and no text of a stranger is markup in it. */
import { expect } from 'chai';
import type { Audience, Feedback } from '../../grade/feedback/feedback';
import { feedbackFor } from '../../grade/feedback/for-audience';
import { GRADED, UNGRADABLE } from '../../grade/feedback/results.fixture';
import { PageShell } from '../page/page-shell';
import { hostileLine } from '../testing/hostile.fixture';
import { studentPage } from './student-page';
import { textIn } from './text-in.fixture';

const shell = new PageShell('class');
const pageFor = (audience: Audience) =>
  studentPage(feedbackFor(GRADED, audience, { decimals: 0 }), shell);

describe("a student's page", () => {
  it('has the score, how it came about, and what became of each check', () => {
    const text = textIn(pageFor('graded'), 'en');
    expect(text).to.include('Feedback for kim');
    expect(text).to.include('10 of 20 points How it came about: 6 of 10 + 4.333 of 10 = 10 of 20');
    expect(text).to.include('All 20 points are decided.');
    expect(text).to.include('✔ held pod1 reaches pod2 6 of 6 points');
    expect(text).to.include('◐ held in part mutants caught 2.333 of 7 points 1 of 3 caught');
    expect(text).to.include('run.py: not looked at');
    expect(text).to.include(GRADED.digest);
  });

  it('says how much is hidden while somebody practises, and names nothing of it', () => {
    const page = pageFor('practice');
    const text = textIn(page, 'en');
    expect(text).to.include('10 of 16 points');
    expect(text).to.include('Decided so far: 16 of 20 points. Hidden still: 4.');
    expect(text).to.include('1 check is not shown yet.');
    for (const secret of ['secret of the tunnel', 'nat-also-between-pods', '172.16.158']) {
      expect(page).not.to.include(secret);
    }
  });

  it('tells what became of own scenarios, and which engine each noticed', () => {
    const text = textIn(pageFor('practice'), 'en');
    expect(text).to.include('≠ over-specified an exact MAC address arp.feature:15');
    expect(text).to.include('it fails on the right engine pods-before');
    expect(text).to.include('Broken engines: 1 of 3 noticed Each of these engines was broken on');
    expect(text).to.include('✔ noticed Engine 1 Noticed by the gateway answers');
    expect(text).to.include('✖ not noticed Engine 2 Hint: Which source address');
    expect(pageFor('practice')).to.include('href="#task-2-scenario-1"');
  });

  it('explains everything after the due date', () => {
    const text = textIn(pageFor('after-due'), 'ko');
    expect(text).to.include('엔진 3 nat-also-between-pods 대표하는 오해:');
    expect(text).to.include('✖ 위반 the secret of the tunnel 4점 중 0점 · 숨겨져 있던 항목');
  });

  it('gives what cannot be graded no points, and says what to change', () => {
    const page = studentPage(feedbackFor(UNGRADABLE, 'graded', { decimals: 0 }), shell);
    const text = textIn(page, 'en');
    expect(text).to.include('Not graded not graded; no attempt is used up');
    expect(text).to.include('did you mean nodeName?').and.not.to.include('0 of');
  });

  it('shows texts of strangers as texts', () => {
    const bad = hostileLine('any');
    const told = feedbackFor(GRADED, 'after-due', { decimals: 0 });
    const hostile: Feedback = JSON.parse(JSON.stringify(told), (key, value) =>
      ['name', 'why', 'where', 'student', 'assignment', 'digest'].includes(key) ? bad : value,
    );
    const page = studentPage({ ...hostile, problems: [bad] }, shell);
    expect(page)
      .not.to.match(/<(img|iframe|svg onload)/)
      .and.not.to.include('\u202e');
    expect(page.match(/<script>/g)).to.have.length(1);
    expect(page).to.include('‹U+202E›');
  });

  it('is small, for there is one for each student', () => {
    expect(Buffer.byteLength(pageFor('after-due'))).to.be.below(40_000);
  });
});
