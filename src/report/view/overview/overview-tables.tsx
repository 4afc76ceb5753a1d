/** Verdicts counted by feature and by tag. */
import type { JSX } from 'preact';
import { OVERVIEW_WORDS } from '../../words/overview-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';
import { VERDICT_WORDS } from '../../words/verdict-words';
import { countOf, type ScenarioEntry, VERDICT_ORDER } from './scenario-entry';

const NAME_MAX = 200;

export interface CountedGroup {
  readonly name: string;
  /** A place on the page. */
  readonly href?: string;
  readonly entries: readonly ScenarioEntry[];
}

export function tagGroups(entries: readonly ScenarioEntry[]): readonly CountedGroup[] {
  const groups = new Map<string, ScenarioEntry[]>();
  for (const entry of entries) {
    for (const tag of entry.tags) {
      const tagged = groups.get(tag) ?? [];
      tagged.push(entry);
      groups.set(tag, tagged);
    }
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, tagged]) => ({ name, entries: tagged }));
}

interface CountTableProps {
  readonly what: 'feature' | 'tag';
  readonly groups: readonly CountedGroup[];
}

export function CountTable({ what, groups }: CountTableProps): JSX.Element {
  return (
    <table class="overview-table">
      <thead>
        <tr>
          <th scope="col">
            <Say words={OVERVIEW_WORDS[what]} />
          </th>
          {VERDICT_ORDER.map((verdict) => (
            <th key={verdict} scope="col">
              <Say words={VERDICT_WORDS[verdict]} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <CountRow key={group.href ?? group.name} {...group} />
        ))}
      </tbody>
    </table>
  );
}

function CountRow({ name, href, entries }: CountedGroup): JSX.Element {
  const words = shown(name, NAME_MAX);
  return (
    <tr>
      <th scope="row">{href === undefined ? words : <a href={href}>{words}</a>}</th>
      {VERDICT_ORDER.map((verdict) => (
        <td key={verdict}>{countOf(entries, verdict)}</td>
      ))}
    </tr>
  );
}
