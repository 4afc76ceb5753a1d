/**
 * A proof in words: for the terminal, and for the report.
 */
import { DEAD_ENGINES } from '../../../steps/support/dead/index';
import type { Paint } from '../paint';
import type { Proof } from './prove';
import type { ScenarioResult } from './run-record';

/** So many weak scenarios are named on the terminal; they are no fault. */
const WEAK_MAX = 5;

/** What a person reads of a proof. */
export function tellProof(
  { vacuous, weak, missing, tried }: Proof,
  paint: Paint,
): readonly string[] {
  const blocks = vacuous.map(({ scenario, where }) =>
    [
      `${paint('yellow', 'says nothing')}: ${scenario.name}`,
      paint('gray', `  ${scenario.where}`),
      `    it holds as well where ${where.join(', and where ')}; assert what only a living network`,
      '    shows: that a ping succeeds, where a packet was seen, what a table holds',
    ].join('\n'),
  );
  const names = weak.slice(0, WEAK_MAX).map(({ where, name }) => `  ${where} ${name}`);
  const left = weak.length - WEAK_MAX;
  if (left > 0) names.push(`  … and ${left} more, which the report names`);
  const lines = [...missing.map(lineOfMissing), countOf(tried - vacuous.length, tried)];
  if (weak.length > 0) lines.push(`${weak.length} ${weakness(weak.length)}`, ...names);
  return [...blocks, lines.join('\n')];
}

/** The same for the report, a sentence each. */
export function remarksOn({ vacuous, weak, missing, tried }: Proof): readonly string[] {
  const said = vacuous.map(
    ({ scenario: { where: place, name }, where }) =>
      `${place} (${name}) says nothing: it holds as well where ${where.join(', and where ')}.`,
  );
  const remarks = [
    ...said,
    ...missing.map(lineOfMissing),
    `${capital(countOf(tried - vacuous.length, tried))}.`,
  ];
  if (weak.length > 0) {
    const places = weak.map(({ where, name }) => `${where} (${name})`).join(', ');
    remarks.push(`${weak.length} ${weakness(weak.length)}: ${places}.`);
  }
  return remarks;
}

/** A scenario that was not tried has proven nothing. */
function lineOfMissing({ where }: ScenarioResult): string {
  return `${where} held and is not there any more, so nothing is proven of it; run it again`;
}

function countOf(sound: number, tried: number): string {
  const what = tried === 1 ? 'scenario' : 'scenarios';
  if (tried === 0) return 'proof: no scenario held and could be tried';
  const places = DEAD_ENGINES.map(({ where }) => where).join(', ');
  const verb = tried === 1 ? 'says' : 'say';
  return `proof: ${sound} of ${tried} ${what} that held ${verb} something (tried where ${places})`;
}

function weakness(count: number): string {
  const verb = count === 1 ? 'holds' : 'hold';
  return `${verb} on any network that delivers everything: that it works is said, not how`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
