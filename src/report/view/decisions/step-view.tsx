/** One step: its sign, its name, what it is for those who learn, and what there is to see of it. */
import type { ComponentChildren, JSX } from 'preact';
import type { WalkStep } from '../../model/walk';
import { DECISIONS_WORDS, STEP_WORDS } from '../../words/decisions-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { RulesTable } from './rules-table';
import { StepBody } from './step-body';
import type { NetfilterStep } from './step-groups';

const WHERE_MAX = 200;

export function StepView({ step }: { readonly step: WalkStep }): JSX.Element {
  const where = whereOf(step);
  const { name, hint } = STEP_WORDS[step.kind];
  return (
    <Frame kind={step.kind}>
      <p class="decisions-name">
        <b>
          <Say words={name} />
        </b>{' '}
        {where !== '' && <code>{shown(where, WHERE_MAX)}</code>}{' '}
        {hint && (
          <span class="decisions-hint">
            <Say words={hint} />
          </span>
        )}
      </p>
      <StepBody step={step} />
    </Frame>
  );
}

/** Tables without a word on the packet: one line, and what was asked in them for who wants to know. */
export function UntouchedView({
  steps,
}: {
  readonly steps: readonly NetfilterStep[];
}): JSX.Element {
  return (
    <Frame kind="untouched">
      <details>
        <summary>
          <code>{shown(steps.map(placeOf).join(' · '), WHERE_MAX)}</code>{' '}
          <span class="decisions-hint">
            <Say words={DECISIONS_WORDS.untouched} />
          </span>
        </summary>
        {steps.map((step, at) => (
          <div key={at} class="decisions-table">
            <p class="decisions-name">
              <code>{shown(placeOf(step), WHERE_MAX)}</code>
            </p>
            <RulesTable step={step} />
          </div>
        ))}
      </details>
    </Frame>
  );
}

interface FrameProps {
  readonly kind: WalkStep['kind'] | 'untouched';
  readonly children: ComponentChildren;
}

function Frame({ kind, children }: FrameProps): JSX.Element {
  const { sign } = STEP_WORDS[kind === 'untouched' ? 'netfilter' : kind];
  return (
    <li class={`decisions-step decisions-of-${kind}`}>
      <span class="decisions-sign" aria-hidden="true">
        {sign}
      </span>
      <div class="decisions-body">{children}</div>
    </li>
  );
}

/** The device, the table and its hook: what stands beside the step's name. */
function whereOf(step: WalkStep): string {
  switch (step.kind) {
    case 'receive':
    case 'transmit':
    case 'encapsulate':
    case 'decapsulate':
      return step.device;
    case 'netfilter':
      return placeOf(step);
    case 'nat':
      return step.hook.toUpperCase();
    default:
      return '';
  }
}

function placeOf({ table, hook }: NetfilterStep): string {
  return `${table} ${hook.toUpperCase()}`;
}
