/**
 * What the sentences of one scenario can name, and where each name comes from.
 */
import type { ReadInput } from '../../steps/support/world';
import { type Input, inputsOf, type MissingInput } from './inputs';
import { type ManifestText, type Name, type Named, namesIn } from './names';
import { type Origin, originsIn, podsIn } from './origins';
import type { Place } from './place';
import { placeInLine } from './place';
import type { PlacedText } from './placed-text';
import { idOf, type Run, type Step } from './spec';

/** Where a name is defined. */
export interface Definition {
  /** As errors call the text: `features/manifests/one-pod.yaml`. */
  readonly source: string;
  /** The file; `undefined` where the text stands in the feature itself. */
  readonly path: string | undefined;
  /** In that file, or in the feature. */
  readonly place: Place;
}

/** A manifest that the cluster refuses although nobody tries whether it does. */
export interface RefusedInput {
  readonly input: Input;
  /** In the file of the input, or in the feature. */
  readonly place: Place;
  readonly reason: string;
}

export interface Scope extends Pick<Named, 'names' | 'inventory' | 'links' | 'macs'> {
  /** `undefined` for what the cluster makes by itself. */
  definitionOf(name: Name): Definition | undefined;
  readonly inputs: readonly Input[];
  /** The pods that an input defines; `undefined` where it defines anything else. */
  podsOf(input: Input): readonly string[] | undefined;
  readonly missing: readonly MissingInput[];
  readonly refused: readonly RefusedInput[];
  /** Whether what is typed or handed in may define further names. */
  readonly isOpen: boolean;
  /**
   * What a MAC is called: `pod1`, `ens5 of k8s-w1`; the MAC itself where nobody or more than one has it.
   * It is that of the dice which a run throws if nothing else is said.
   */
  nameOfMac(mac: string): string;
  /** Whether the MAC is the same whatever the dice say. */
  isFixedMac(mac: string): boolean;
}

/**
 * A reader of scopes. What the same texts define is worked out once, for scenarios begin alike; of the
 * longest unused it lets go.
 */
export function scopeReader(): (run: Run, read: ReadInput) => Scope {
  const known = new Map<string, Lazy>();
  return (run, read) => {
    const { inputs, missing } = inputsOf(run, read);
    const key = JSON.stringify(inputs.map(({ source, yaml }) => [source, yaml]));
    const lab = known.get(key) ?? new Lazy(inputs.map(({ source, yaml }) => ({ source, yaml })));
    known.delete(key);
    known.set(key, lab);
    for (const oldest of known.keys()) {
      if (known.size <= SCOPES_MAX) break;
      known.delete(oldest);
    }
    return scopeOf(run, inputs, missing, lab);
  };
}

const SCOPES_MAX = 100;

/** The seed of a run that is told none, and another one. */
const SEED = 1;
const OTHER_SEED = 2;

/** What the same texts come to, worked out when somebody asks. */
class Lazy {
  readonly named: Named;
  readonly #texts: readonly ManifestText[];
  #origin: ((name: Name) => Origin | undefined) | undefined;
  #fixedMacs: ReadonlySet<string> | undefined;

  constructor(texts: readonly ManifestText[]) {
    this.#texts = texts;
    this.named = namesIn(texts, SEED);
  }

  originOf(name: Name): Origin | undefined {
    this.#origin ??= originsIn(this.#texts);
    return this.#origin(name);
  }

  get fixedMacs(): ReadonlySet<string> {
    if (this.#fixedMacs === undefined) {
      const other = namesIn(this.#texts, OTHER_SEED).macs;
      this.#fixedMacs = new Set([...this.named.macs].filter((mac) => other.has(mac)));
    }
    return this.#fixedMacs;
  }
}

function scopeOf(
  run: Run,
  inputs: readonly Input[],
  missing: readonly MissingInput[],
  lab: Lazy,
): Scope {
  const { names, inventory, links, macs, nameOfMac, refusals } = lab.named;
  const definitionAt = (text: number, line: number, column: number): Definition | undefined => {
    const input = inputs[text];
    if (input === undefined) return undefined;
    const { source, path, step } = input;
    const quoted = path === undefined ? step?.docString : undefined;
    const place =
      quoted === undefined ? placeInLine(line, column, 0) : placeInText(quoted, line, column);
    return { source, path, place };
  };
  return {
    names,
    inventory,
    links,
    macs,
    inputs,
    podsOf: (input) => podsIn(input),
    missing,
    definitionOf(name) {
      const origin = lab.originOf(name);
      return origin && definitionAt(origin.text, origin.line, origin.column);
    },
    refused: refusals.flatMap(({ text, line, column, reason }) => {
      const input = inputs[text];
      const place = definitionAt(text, line, column)?.place;
      if (input === undefined || place === undefined || input.isTried) return [];
      return [{ input, place, reason }];
    }),
    isOpen: run.steps.some(mayDefine),
    nameOfMac,
    isFixedMac: (mac) => lab.fixedMacs.has(mac),
  };
}

/** The place of a line and a column of a text that stands in a feature. */
function placeInText(text: PlacedText, line: number, column: number): Place {
  const before = text.text.split('\n').slice(0, line - 1);
  const at = before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  return text.placeOf(at, at);
}

/** What changes resources when it is typed. */
const TYPED = /\b(?:kubectl|calicoctl)\b/;

function mayDefine(step: Step): boolean {
  switch (idOf(step)) {
    case 'submission':
      return true;
    case 'terminal.run':
      return TYPED.test(step.docString?.text ?? '');
    case 'command.run':
      return TYPED.test(step.text.text);
    case undefined:
      return true;
    default:
      return false;
  }
}
