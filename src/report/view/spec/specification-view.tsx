/** The whole specification: a title, a table of contents, the features. The same on a screen and on paper. */
import type { JSX } from 'preact';
import { isSameLab } from '../../spec/common-labs';
import type { Specification, SpecifiedFeature } from '../../spec/specification';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { SPEC_WORDS } from '../../words/spec-words';
import { entriesOf, type SpecEntry } from './spec-entries';
import { SpecFeature, type SpecLab } from './spec-feature';

const NAME_MAX = 500;

export function SpecificationView({ features }: Specification): JSX.Element {
  const entries = entriesOf(features);
  const drawn: DrawnLab[] = [];
  return (
    <main class="spec-page" id="content" tabIndex={-1}>
      <p class="spec-count">
        <Say words={SPEC_WORDS.count(features.length, scenarioCount(features))} />
      </p>
      {features.length === 0 && (
        <p>
          <Say words={SPEC_WORDS.nothing} />
        </p>
      )}
      <nav class="spec-contents" aria-labelledby="spec-contents">
        <h2 id="spec-contents">
          <Say words={SPEC_WORDS.contents} />
        </h2>
        <Contents entries={entries} />
      </nav>
      {entries.map((entry, at) => {
        const specified = features[at];
        if (specified === undefined) return null;
        const labs = labsOf(specified, entry, drawn);
        return <SpecFeature key={at} specified={specified} entry={entry} labs={labs} />;
      })}
    </main>
  );
}

function Contents({ entries }: { readonly entries: readonly SpecEntry[] }): JSX.Element {
  return (
    <ul>
      {entries.map(({ number, name, anchor, entries: below }) => (
        <li key={anchor}>
          <a href={`#${anchor}`}>
            <span class="spec-number">{number}</span> {shown(name, NAME_MAX)}
          </a>
          {below.length > 0 && <Contents entries={below} />}
        </li>
      ))}
    </ul>
  );
}

interface DrawnLab {
  readonly entry: SpecEntry;
  readonly topology: SpecifiedFeature['labs'][number];
}

/** A lab is drawn where it is first met; later features lead there. */
function labsOf({ labs }: SpecifiedFeature, entry: SpecEntry, drawn: DrawnLab[]): SpecLab[] {
  return labs.map((topology) => {
    const known = drawn.find((one) => isSameLab(one.topology, topology));
    if (known !== undefined) return { kind: 'as in', entry: known.entry };
    drawn.push({ entry, topology });
    return { kind: 'drawn', topology };
  });
}

function scenarioCount(features: readonly SpecifiedFeature[]): number {
  return features
    .flatMap(({ feature }) => feature.children)
    .flatMap((child) => child.rule?.children ?? [child])
    .filter(({ scenario }) => scenario !== undefined).length;
}
