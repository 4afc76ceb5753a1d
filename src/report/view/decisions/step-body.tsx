/** What there is to see of a step, below its name. */
import type { JSX } from 'preact';
import { unreachable } from '../../../base/invariant';
import type { WalkStep } from '../../model/walk';
import { DECISIONS_WORDS, fragmentWords } from '../../words/decisions-words';
import { dropWords } from '../../words/drop-words';
import { neighbourWords } from '../../words/neighbour-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { NatStep } from './nat-step';
import { RouteStep } from './route-step';
import { RulesTable } from './rules-table';

const TEXT_MAX = 2_000;

export function StepBody({ step }: { readonly step: WalkStep }): JSX.Element {
  switch (step.kind) {
    case 'receive':
    case 'transmit':
    case 'encapsulate':
    case 'decapsulate':
      return <Line text={step.packet} />;
    case 'netfilter':
      return <RulesTable step={step} />;
    case 'nat':
      return <NatStep step={step} />;
    case 'route':
      return <RouteStep step={step} />;
    case 'neighbour':
      return <NeighbourStep step={step} />;
    case 'fragment':
      return (
        <p>
          <Say words={fragmentWords(step.pieces, step.mtu)} />
        </p>
      );
    case 'sysctl':
      return <SysctlStep step={step} />;
    case 'answer':
      return <p>{shown(step.what, TEXT_MAX)}</p>;
    case 'note':
      return <p>{shown(step.text, TEXT_MAX)}</p>;
    case 'drop':
      return <DropStep step={step} />;
    case 'deliver':
      return <p>{shown(step.to, TEXT_MAX)}</p>;
    default:
      return unreachable(step);
  }
}

interface StepProps<Kind extends WalkStep['kind']> {
  readonly step: Extract<WalkStep, { readonly kind: Kind }>;
}

/** What a tool prints. */
function Line({ text }: { readonly text: string }): JSX.Element {
  return <pre class="decisions-line">{shown(text, TEXT_MAX)}</pre>;
}

function NeighbourStep({ step }: StepProps<'neighbour'>): JSX.Element {
  const { address, device, mac, state } = step;
  const meaning = neighbourWords(state);
  return (
    <p>
      <code>{shown(`${address} dev ${device}`, TEXT_MAX)}</code>{' '}
      {mac === undefined ? (
        <Say words={DECISIONS_WORDS.noMac} />
      ) : (
        <code>{shown(`lladdr ${mac}`, TEXT_MAX)}</code>
      )}{' '}
      <b class="decisions-state">{shown(state.toUpperCase(), TEXT_MAX)}</b>{' '}
      {meaning && (
        <span class="decisions-hint">
          <Say words={meaning} />
        </span>
      )}
    </p>
  );
}

function SysctlStep({ step: { name, value, meaning } }: StepProps<'sysctl'>): JSX.Element {
  return (
    <p>
      <code class="decisions-sysctl">{shown(`${name} = ${value}`, TEXT_MAX)}</code>{' '}
      {shown(meaning, TEXT_MAX)}
    </p>
  );
}

function DropStep({ step: { reason, because } }: StepProps<'drop'>): JSX.Element {
  return (
    <>
      <p>
        <code class="decisions-reason">{shown(reason, TEXT_MAX)}</code>{' '}
        <Say words={dropWords(reason)} />
      </p>
      {because !== '' && <p class="decisions-because">{shown(because, TEXT_MAX)}</p>}
    </>
  );
}
