/**
 * What is in scope at a line of a feature that somebody is writing: of the scenario there, as far as it can
 * be read.
 */

import type { InputFiles } from '../../lint/linter';
import type { SpecReader } from '../../spec/read-spec';
import { type Scope, scopeReader } from '../../spec/scope';
import type { Spec, Step } from '../../spec/spec';
import type { TitleKind } from '../lines';
import type { OpenFeature } from '../open-feature';
import { type OfferedName, offeredNames } from './offered-names';

/** The names of a scope as sentences of the feature's language say them. */
export interface ScopeAt {
  /** `undefined` where nothing is to be run. */
  readonly scope: Scope | undefined;
  readonly names: readonly OfferedName[];
  /** The step that is written in the line; in an outline with the values of its first row. */
  readonly step: Step | undefined;
}

export class Scopes {
  readonly #readSpec: SpecReader;
  /** The scope of a scenario; of the same labs and manifests it is made once. */
  readonly of = scopeReader();

  constructor(readSpec: SpecReader) {
    this.#readSpec = readSpec;
  }

  /** @param path of the feature, and @param line from 0 */
  at(feature: OpenFeature, line: number, path: string, { inputsOf, namesOf }: InputFiles): ScopeAt {
    // Of several rows any will do, for files are seldom named in them.
    const [run] = this.#readable(feature, line).runs;
    const scope = run && this.of(run, inputsOf(path));
    const files = fileNames((room) => namesOf(path, room));
    return {
      scope,
      names: [...offeredNames(scope?.names ?? [], feature.language), ...files],
      step: run?.steps.find(({ written }) => written.place.line === line + 1),
    };
  }

  /** What is run because of a line; lines that make no sense yet are left out. */
  #readable(feature: OpenFeature, line: number): Spec {
    const { uri, dialect } = feature;
    let spec = this.#readSpec(uri, whatIsRunAt(feature, line).join('\n'));
    for (let tries = 0; tries < TRIES_MAX && spec.problems.length > 0; tries++) {
      const lines = [...spec.lines];
      for (const { place } of spec.problems) lines[place.line - 1] = '';
      spec = this.#readSpec(uri, lines.join('\n'));
    }
    if (spec.runs.length > 0) return spec;
    // A Background is run with a scenario, and there is none yet.
    return this.#readSpec(uri, `${spec.lines.join('\n')}\n${dialect.scenario[0]}:\n* -`);
  }
}

const TRIES_MAX = 3;

type Room = Parameters<InputFiles['namesOf']>[1];

/** The lines of the feature, where those of other scenarios and other rules are empty. */
function whatIsRunAt({ texts, lines }: OpenFeature, at: number): readonly string[] {
  const lastBefore = (...titles: readonly TitleKind[]) =>
    lines
      .slice(0, at + 1)
      .findLastIndex((line) => line.kind === 'title' && titles.includes(line.title));
  const own = lastBefore('scenario', 'background', 'rule');
  const ownRule = lastBefore('rule');
  let rule = -1;
  let isRun = true;
  return texts.map((text, index) => {
    const line = lines[index];
    const title = line?.kind === 'title' ? line.title : undefined;
    if (title === 'rule') rule = index;
    if (title === 'scenario') isRun = index === own;
    else if (title === 'rule' || title === 'background') isRun = rule === -1 || rule === ownRule;
    // A tag belongs to what follows, which may be left out.
    return isRun && line?.kind !== 'tags' ? text : '';
  });
}

function fileNames(namesOf: (room: Room) => readonly string[]): readonly OfferedName[] {
  return (['labs', 'manifests'] as const).flatMap((room) =>
    namesOf(room).map((name) => ({
      argument: room,
      text: `"${name}"`,
      detail: `features/${room}/${name}.yaml`,
      name: undefined,
    })),
  );
}
