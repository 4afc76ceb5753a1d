/**
 * One scenario of a run: its verdict, its sentences, why it did not hold, and a place for its evidence.
 * All of it is there without a script, but for what takes a closer look.
 */
import type { ComponentChildren, JSX } from 'preact';
import type { CaptureFile } from '../../model/evidence';
import type { ReadScenario } from '../../read/read-scenario';
import { durationText, PAGE_WORDS } from '../../words/page-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { VERDICT_WORDS } from '../../words/verdict-words';
import { ScenarioFiles } from './scenario-files';
import { SentenceView } from './sentence-view';

const NAME_MAX = 500;
const WHY_MAX = 20_000;
const TAG_MAX = 300;

export interface ScenarioViewProps {
  readonly scenario: ReadScenario;
  /** Of its element: `s-nat-outgoing-12`. */
  readonly id: string;
  /** The id of the element that holds its evidence; none where it left none. */
  readonly evidenceId: string | undefined;
  readonly files: readonly CaptureFile[];
  readonly trace: string | undefined;
  /** What of its evidence is shown before somebody looks closer. */
  readonly children?: ComponentChildren;
}

export function ScenarioView(props: ScenarioViewProps): JSX.Element {
  const { scenario, id, evidenceId, files, trace, children } = props;
  const { verdict, why, sentences } = scenario;
  const tags = scenario.tags.map((tag) => shown(tag, TAG_MAX)).join(' ');
  return (
    <details class="scenario" id={id} data-verdict={verdict} data-tags={tags}>
      <ScenarioSummary scenario={scenario} />
      <div class="scenario-inside">
        <ScenarioPlace scenario={scenario} />
        <ol class="scenario-sentences">
          {sentences.map((sentence, at) => (
            <SentenceView key={at} {...sentence} />
          ))}
        </ol>
        <WhyView why={why} />
        {evidenceId === undefined ? null : (
          <div class="scenario-evidence" data-evidence={evidenceId}>
            {children}
          </div>
        )}
        <ScenarioFiles files={files} trace={trace} />
      </div>
    </details>
  );
}

function ScenarioSummary({ scenario }: { readonly scenario: ReadScenario }): JSX.Element {
  const { sign, ...words } = VERDICT_WORDS[scenario.verdict];
  return (
    <summary class="scenario-summary">
      <span class="scenario-verdict">
        <span aria-hidden="true">{sign}</span> <Say words={words} />
      </span>
      <h3 class="scenario-name">{shown(scenario.name, NAME_MAX)}</h3>
      <span class="scenario-where">
        {shown(scenario.uri, NAME_MAX)}:{scenario.line}
      </span>
      <time class="scenario-time">{durationText(scenario.durationMs)}</time>
    </summary>
  );
}

/** In a few lines; how it came about, hop by hop, for who wants to read it all. */
function WhyView({ why }: { readonly why: string }): JSX.Element | null {
  if (why === '') return null;
  const [reason = '', ...rest] = why.split('\n\n');
  return (
    <>
      <pre class="scenario-why">{shown(reason, WHY_MAX)}</pre>
      {rest.length > 0 && (
        <details class="scenario-hops">
          <summary>
            <Say words={PAGE_WORDS.hops} />
          </summary>
          <pre>{shown(rest.join('\n\n'), WHY_MAX)}</pre>
        </details>
      )}
    </>
  );
}

/** The rule that it stands under, and its tags. */
function ScenarioPlace({ scenario }: { readonly scenario: ReadScenario }): JSX.Element {
  const { rule, tags } = scenario;
  return (
    <>
      {rule !== '' && (
        <p class="scenario-place">
          <Say words={PAGE_WORDS.rule} />: {shown(rule, NAME_MAX)}
        </p>
      )}
      {tags.length > 0 && (
        <p class="scenario-place">{tags.map((tag) => shown(tag, TAG_MAX)).join(' ')}</p>
      )}
    </>
  );
}
