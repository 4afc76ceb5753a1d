/**
 * The names that a sentence says, each with those that it could be; names that something which was typed, set
 * or handed in may have made are left out.
 */
import type { Stretch, WrittenArgument } from '../../../steps/support/read-step';
import type { NameKind } from '../../spec/names';
import type { PlacedText } from '../../spec/placed-text';
import type { Scope } from '../../spec/scope';
import { idOf, type Run, type Step, sentenceOf } from '../../spec/spec';
import { interfaceIn, plainName, podIn, type WrittenInterface } from './written-names';

export interface SaidName {
  /** `pod`, `host or pod`. */
  readonly what: string;
  /** As sentences say it: `pod1` for `default/pod1`. */
  readonly name: string;
  readonly known: readonly string[];
  /** Where it stands. */
  readonly text: PlacedText;
  readonly start: number;
  readonly end: number;
}

export function namesSaidIn(step: Step, run: Run, scope: Scope): readonly SaidName[] {
  const fit = sentenceOf(step);
  if (fit === undefined) return [];
  const { text } = step;
  const said = fit.written.flatMap((argument, at) =>
    namesIn(argument, fit.written[at - 1], scope).map((name) => ({ ...name, text })),
  );
  const inTable = TRUTH_TABLES.has(fit.entry.id) ? namesInTruthTable(step, scope) : [];
  return [...said, ...inTable].filter(
    ({ name, known, what }) => known.includes(name) || !mayBeMade(name, what, run, scope),
  );
}

type NameInText = Omit<SaidName, 'text'>;

function namesIn(
  argument: WrittenArgument,
  before: WrittenArgument | undefined,
  scope: Scope,
): readonly NameInText[] {
  switch (argument.kind) {
    case 'pod': {
      const { pod, node } = podIn(argument);
      return [...said('pod', pod, scope, ['pod']), ...said('node', node, scope, ['node'])];
    }
    case 'node':
      return said('node', argument, scope, ['node']);
    case 'host':
      return said(HOST, argument, scope, ANY_HOST);
    case 'pool':
      return said('pool', argument, scope, ['pool']);
    case 'resource':
      return before?.kind === 'kind' ? resource(before.text, argument, scope) : [];
    case 'interface':
      return interfaces(interfaceIn(argument), scope);
    default:
      return [];
  }
}

const ANY_HOST: readonly NameKind[] = ['node', 'router', 'outside', 'pod'];
const HOST = 'host or pod';
const INTERFACE = 'interface';

function said(
  what: string,
  stretch: Stretch | undefined,
  { names }: Scope,
  kinds: readonly NameKind[],
): readonly NameInText[] {
  if (stretch === undefined) return [];
  const known = names.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
  return [nameAt(what, stretch, known)];
}

function nameAt(what: string, { text, start, end }: Stretch, known: readonly string[]): NameInText {
  return { what, name: plainName(text), known: [...new Set(known)], start, end };
}

/** Of a kind of which there are any; another may be one that the cluster makes by itself. */
function resource(kind: string, stretch: Stretch, { names }: Scope): readonly NameInText[] {
  const known = names.filter((name) => name.kind === 'resource' && name.of === kind);
  return known.length === 0
    ? []
    : [
        nameAt(
          kind,
          stretch,
          known.map(({ text }) => text),
        ),
      ];
}

/** The interface and whose it is. */
function interfaces({ device, owner }: WrittenInterface, scope: Scope): readonly NameInText[] {
  if (device === undefined) return said('pod', owner, scope, ['pod']);
  const owners = said(HOST, owner, scope, ANY_HOST);
  const host = owner && plainName(owner.text);
  const known = scope.names.filter(
    ({ kind, of }) => kind === 'interface' && (host === undefined || of === host),
  );
  // That nobody knows the host is said already.
  if (known.length === 0) return owners;
  const what = host === undefined ? INTERFACE : `${INTERFACE} of ${host} called`;
  return [
    ...owners,
    nameAt(
      what,
      device,
      known.map(({ text }) => text),
    ),
  ];
}

const TRUTH_TABLES = new Set(['connectivity', 'connectivity.port']);

/** The names of its rows and of its columns; columns may be addresses. */
function namesInTruthTable({ table = [] }: Step, scope: Scope): readonly SaidName[] {
  const [[, ...columns] = [], ...rows] = table;
  const cells = [...columns, ...rows.flatMap(([first]) => first ?? [])];
  return cells
    .filter(({ text }) => /^[a-z]/.test(text))
    .flatMap((cell) => {
      const stretch = { text: cell.text, start: 0, end: cell.text.length };
      return said(HOST, stretch, scope, ANY_HOST).map((name) => ({ ...name, text: cell }));
    });
}

/** Sentences after which there may be other interfaces: tunnels come and go with their pools. */
const MAKES_INTERFACES = new Set(['pool.set', 'resource.set', 'resource.deleted']);

/** What is typed may make it; nodes are made by labs alone. */
function mayBeMade(name: string, what: string, run: Run, scope: Scope): boolean {
  if (scope.isOpen) return what !== 'node';
  const isInterface = what.startsWith(INTERFACE);
  return run.steps.some((step) => {
    const id = idOf(step) ?? '';
    if (isInterface && MAKES_INTERFACES.has(id)) return true;
    const typed = id === 'terminal.run' ? step.docString?.text : undefined;
    const text = id === 'command.run' ? step.text.text : (typed ?? '');
    return new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`).test(text);
  });
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
