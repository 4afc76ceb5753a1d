/**
 * One feature of the specification: what is said of it, its lab, then its rules and scenarios in the
 * order of the file.
 */
import type { FeatureChild, RuleChild } from '@cucumber/messages';
import type { JSX } from 'preact';
import type { Topology } from '../../model/topology';
import type { SpecifiedFeature } from '../../spec/specification';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { SPEC_WORDS } from '../../words/spec-words';
import { TopologyView } from '../walk/topology-view';
import type { SpecEntry } from './spec-entries';
import { SpecDescription, SpecTags } from './spec-said';
import { SpecScenario } from './spec-scenario';

const NAME_MAX = 500;

/** A lab, or the feature where the same one is drawn already. */
export type SpecLab =
  | { readonly kind: 'drawn'; readonly topology: Topology }
  | { readonly kind: 'as in'; readonly entry: SpecEntry };

interface SpecFeatureProps {
  readonly specified: SpecifiedFeature;
  readonly entry: SpecEntry;
  readonly labs: readonly SpecLab[];
}

export function SpecFeature({ specified, entry, labs }: SpecFeatureProps): JSX.Element {
  const { uri, feature } = specified;
  return (
    <section class="spec-feature" lang={feature.language}>
      <h2 id={entry.anchor}>
        <span class="spec-number">{entry.number}</span> {shown(entry.name, NAME_MAX)}
      </h2>
      <p class="spec-file">{shown(uri, NAME_MAX)}</p>
      <SpecTags tags={feature.tags} />
      <SpecDescription text={feature.description} />
      {labs.map((lab, at) => (
        <SpecLabView key={at} lab={lab} />
      ))}
      <SpecChildren items={feature.children} entry={entry} level={3} />
    </section>
  );
}

function SpecLabView({ lab }: { readonly lab: SpecLab }): JSX.Element {
  if (lab.kind === 'as in') {
    return (
      <p class="spec-lab">
        <Say words={SPEC_WORDS.labAsIn} />{' '}
        <a href={`#${lab.entry.anchor}`}>
          {lab.entry.number} {shown(lab.entry.name, NAME_MAX)}
        </a>
      </p>
    );
  }
  return (
    <div class="spec-lab">
      <TopologyView topology={lab.topology} />
    </div>
  );
}

interface SpecChildrenProps {
  readonly items: readonly (FeatureChild | RuleChild)[];
  readonly entry: SpecEntry;
  readonly level: 3 | 4;
}

function SpecChildren({ items, entry, level }: SpecChildrenProps): JSX.Element {
  const rules = [...entry.entries];
  return (
    <>
      {items.map((child, at) => {
        const scenario = child.scenario ?? child.background;
        if (scenario) return <SpecScenario key={at} scenario={scenario} level={level} />;
        const ruleEntry = 'rule' in child ? rules.shift() : undefined;
        if (!('rule' in child) || !child.rule || !ruleEntry) return null;
        const { tags, description, children } = child.rule;
        return (
          <section class="spec-rule" key={at}>
            <h3 id={ruleEntry.anchor}>
              <span class="spec-number">{ruleEntry.number}</span> {shown(ruleEntry.name, NAME_MAX)}
            </h3>
            <SpecTags tags={tags} />
            <SpecDescription text={description} />
            <SpecChildren items={children} entry={ruleEntry} level={4} />
          </section>
        );
      })}
    </>
  );
}
