/** The chains of a table that a packet walked: the rules that it fitted, and those just before. */
import type { JSX } from 'preact';
import type { WalkChain, WalkRule } from '../../model/walk';
import { DECISIONS_WORDS, skippedWords } from '../../words/decisions-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import type { NetfilterStep } from './step-groups';

const NAME_MAX = 200;
const RULE_MAX = 1_000;

export function RulesTable({ step }: { readonly step: NetfilterStep }): JSX.Element {
  return (
    <>
      {step.chains.length > 0 && (
        <table class="decisions-rules">
          <thead class="hidden-words">
            <tr>
              {[DECISIONS_WORDS.ruleNumber, DECISIONS_WORDS.fitted, DECISIONS_WORDS.rule].map(
                (words, at) => (
                  <th key={at} scope="col">
                    <Say words={words} />
                  </th>
                ),
              )}
            </tr>
          </thead>
          {step.chains.map((chain, at) => (
            <Chain key={at} chain={chain} />
          ))}
        </table>
      )}
      <p class={`decisions-verdict decisions-verdict-${kindOf(step.verdict)}`}>
        <Say words={DECISIONS_WORDS.verdict} />: <b>{shown(step.verdict, NAME_MAX)}</b>
      </p>
    </>
  );
}

function Chain({ chain }: { readonly chain: WalkChain }): JSX.Element {
  return (
    <tbody>
      <tr class="decisions-chain">
        <th colSpan={3} scope="rowgroup">
          <code>{shown(chain.name, NAME_MAX)}</code>
          {chain.skipped > 0 && (
            <span class="decisions-skipped">
              <Say words={skippedWords(chain.skipped)} />
            </span>
          )}
        </th>
      </tr>
      {chain.rules.map((rule) => (
        <Rule key={rule.number} rule={rule} />
      ))}
    </tbody>
  );
}

function Rule({ rule: { number, text, isFitted } }: { readonly rule: WalkRule }): JSX.Element {
  const words = isFitted ? DECISIONS_WORDS.fitted : DECISIONS_WORDS.notFitted;
  return (
    <tr class={isFitted ? 'decisions-fitted' : 'decisions-not-fitted'}>
      <td class="decisions-number">{number}</td>
      <td class="decisions-fit">
        <span aria-hidden="true">{isFitted ? '✔' : '–'}</span> <Say words={words} />
      </td>
      <td>
        <code>{shown(text, RULE_MAX)}</code>
      </td>
    </tr>
  );
}

function kindOf(verdict: string): 'passed' | 'stopped' {
  return /\b(?:DROP|REJECT)\b/.test(verdict) ? 'stopped' : 'passed';
}
