/**
 * What the server answers about a feature that is open.
 */
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { fixFeature } from '../lint/fix-feature';
import { lintFeature } from '../lint/lint-feature';
import type { Finding } from '../lint/rule';
import { formatFeature } from '../spec/format-feature';
import { specReader } from '../spec/read-spec';
import { complete } from './complete/complete';
import { definitionOf } from './definition';
import { actionForAll, actionsFor, diagnosticOf, notChecked } from './diagnostics';
import { hoverOf } from './hover';
import { Knowledge } from './knowledge';
import type { OpenFeature } from './open-feature';
import { type ScopeAt, Scopes } from './scope/scopes';
import { sentenceDoc } from './sentence-doc';
import { pointedStep } from './step-at';
import type { Surroundings } from './surroundings';
import { symbolsOf } from './symbols';
import { editsBetween } from './text-edits';

/** Letters; who types would wait for seconds where there are more. */
const CHECKED_MAX = 300_000;

export class Answers {
  readonly #surroundings: Surroundings;
  readonly #knowledge = new Knowledge();
  readonly #readSpec = specReader(this.#knowledge.fits);
  readonly #scopes = new Scopes(this.#readSpec);
  #findings = new WeakMap<OpenFeature, readonly Finding[]>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Reads beforehand what the first question would have to wait for. */
  prepare(): void {
    this.#knowledge.prepare();
  }

  /** @param hasSnippets whether the editor knows tab stops */
  completion(feature: OpenFeature, position: Position, hasSnippets: boolean): CompletionList {
    const namesHere = () => this.#scopeAt(feature, position).names;
    const helps = { knowledge: this.#knowledge, namesHere, hasSnippets };
    // What is offered depends on more than the letters of its label, so the editor must ask again.
    return { isIncomplete: true, items: complete(feature, position, helps) };
  }

  /** What is only shown of the item that somebody looks at. */
  resolve(item: CompletionItem): CompletionItem {
    const { id, language } = (item.data ?? {}) as {
      readonly id?: string;
      readonly language?: string;
    };
    const sentence = this.#knowledge
      .sentencesIn(language ?? 'en')
      .find(({ entry }) => entry.id === id);
    if (sentence === undefined) return item;
    const value = sentenceDoc(sentence.entry, sentence.wording);
    return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
  }

  hover(feature: OpenFeature, position: Position): Hover | null {
    const at = this.#scopeAt(feature, position);
    const pointed = at.step && pointedStep(at.step, position);
    return pointed === undefined ? null : hoverOf(pointed, at);
  }

  definition(feature: OpenFeature, position: Position): Location | null {
    const at = this.#scopeAt(feature, position);
    const pointed = at.step && pointedStep(at.step, position);
    if (pointed === undefined) return null;
    return definitionOf(feature, pointed, at, this.#surroundings) ?? null;
  }

  symbols(feature: OpenFeature): DocumentSymbol[] {
    return symbolsOf(feature);
  }

  /** What is wrong with the feature, as it is now. */
  diagnostics(feature: OpenFeature): Diagnostic[] {
    if (feature.text.length > CHECKED_MAX) return [notChecked(CHECKED_MAX)];
    return this.#findingsOf(feature).map(diagnosticOf);
  }

  actions(feature: OpenFeature, range: Range): CodeAction[] {
    if (feature.text.length > CHECKED_MAX) return [];
    const { text } = fixFeature(feature.text, (now) =>
      now === feature.text ? this.#findingsOf(feature) : this.#check(feature.uri, now),
    );
    return [
      ...actionsFor(feature, this.#findingsOf(feature), range),
      ...actionForAll(feature, text),
    ];
  }

  /** @returns `null` where the feature cannot be read, or the formatter cannot write what is meant */
  formatting({ text }: OpenFeature): TextEdit[] | null {
    const { text: formatted, problems, isRefused } = formatFeature(text);
    return problems.length > 0 || isRefused ? null : editsBetween(text, formatted);
  }

  /** What was found may be otherwise now, for files were saved. */
  forget(): void {
    this.#findings = new WeakMap();
  }

  #findingsOf(feature: OpenFeature): readonly Finding[] {
    const found = this.#findings.get(feature) ?? this.#check(feature.uri, feature.text);
    this.#findings.set(feature, found);
    return found;
  }

  #check(uri: string, text: string): readonly Finding[] {
    const { inputs, pathOf } = this.#surroundings;
    const path = pathOf(uri);
    return lintFeature({
      spec: this.#readSpec(path, text),
      scopeOf: (run) => this.#scopes.of(run, inputs.inputsOf(path)),
      fits: this.#knowledge.fits,
      inputNames: (room) => inputs.namesOf(path, room),
    });
  }

  #scopeAt(feature: OpenFeature, { line }: Position): ScopeAt {
    const { inputs, pathOf } = this.#surroundings;
    return this.#scopes.at(feature, line, pathOf(feature.uri), inputs);
  }
}
