/**
 * The fix for a failure that proves nothing: its control, said before anything is done. Whether that holds
 * only a run can tell, so nobody adds it without being asked.
 */
import { entryNamed, type Language, wordingIn } from '../../steps/support/catalogue';
import { keywordFor } from '../../steps/support/keywords';
import { say } from '../../steps/support/say';
import type { Run } from '../spec/spec';
import type { Story, ToldStep } from './facts/story';
import type { Fix } from './rule';

/** @param told the step that claims that what was sent last failed */
export function addControl(
  { last }: ToldStep,
  story: Story,
  { block }: Run,
  language: string,
): Fix | undefined {
  const sender = story.steps.find(({ sent }) => sent !== undefined && sent === last);
  const first = block.steps.find(({ kind }) => kind === 'when');
  const control = sender && controlOf(sender, language === 'ko' ? 'ko' : 'en');
  if (control === undefined || first === undefined) return undefined;
  const { line, column } = first.place;
  const place = { line, column, endLine: line, endColumn: column };
  const text = `${control}\n${' '.repeat(column - 1)}`;
  return { says: `add "${control}"`, edits: [{ place, text }], isSafe: false };
}

/** The whole step; `undefined` where the catalogue has no control for what was sent. */
function controlOf({ fit }: ToldStep, language: Language): string | undefined {
  const [from, to, ...rest] = fit.written;
  const what = { ping: 'ping', connect: 'connect' }[fit.entry.id.split('.')[0] ?? ''];
  const end = to?.kind === 'pod' ? 'pod' : 'address';
  const isCovered = from?.kind === 'pod' && (to?.kind === 'pod' || to?.kind === 'ip');
  const entry = entryNamed(`control.${what}.${end}`);
  if (!isCovered || entry === undefined) return undefined;
  const args = [from, to, ...rest].map(({ text }) => text);
  return `${keywordFor('given', language)} ${say(wordingIn(entry, language), args)}`;
}
