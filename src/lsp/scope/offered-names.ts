/**
 * The names of a cluster as sentences say them: a pod may be said with its node, an interface with its host,
 * in the order of words of each language.
 */
import type { WrittenArgument } from '../../../steps/support/read-step';
import type { Name } from '../../spec/names';
import { describeName } from './describe-name';

/** One way to say a name where a sentence has a kind of argument. */
export interface OfferedName {
  /** As the pattern names it in braces. */
  readonly argument: string;
  readonly text: string;
  /** What it is, in a few words. */
  readonly detail: string;
  /** What is named; `undefined` for a file. */
  readonly name: Name | undefined;
}

const HOSTS: readonly Name['kind'][] = ['node', 'pod', 'outside', 'router'];

/** The likeliest first, as far as one can say. */
export function offeredNames(names: readonly Name[], language: string): readonly OfferedName[] {
  const of = (owner: string, thing: string, word: string) =>
    language === 'ko' ? `${owner}의 ${thing}` : `${thing} ${word} ${owner}`;
  const said = names.map((name) => {
    const detail = describeName(name, language);
    const saidAs = (argument: string, text: string): OfferedName => ({
      argument,
      text,
      detail,
      name,
    });
    return { name, saidAs };
  });
  const cali = language === 'ko' ? 'cali 인터페이스' : 'the cali interface';
  return [
    ...said.flatMap(({ name: { kind, text }, saidAs }) => [
      ...(kind === 'pod' || kind === 'node' || kind === 'pool' ? [saidAs(kind, text)] : []),
      ...(kind === 'chain' || kind === 'ipset' || kind === 'resource' ? [saidAs(kind, text)] : []),
    ]),
    ...HOSTS.flatMap((kind) =>
      said
        .filter(({ name }) => name.kind === kind)
        .flatMap(({ name: { text, address }, saidAs }) => [
          saidAs('host', text),
          ...(address === undefined ? [] : [saidAs('ip', address)]),
        ]),
    ),
    ...said.flatMap(({ name: { kind, text, of: owner }, saidAs }) => {
      if (owner === undefined) return [];
      if (kind === 'pod') {
        return [saidAs('pod', of(owner, text, 'on')), saidAs('interface', of(text, cali, 'of'))];
      }
      return kind === 'interface' ? [saidAs('interface', of(owner, text, 'of'))] : [];
    }),
  ];
}

/** The name that an argument of a sentence is; `undefined` where nothing is called so. */
export function nameOf(
  { kind, text }: WrittenArgument,
  names: readonly OfferedName[],
): OfferedName | undefined {
  return names.find((name) => name.argument === kind && name.text === text);
}
