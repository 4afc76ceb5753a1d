/**
 * Resources of a feature in the live cluster: made where they are not there yet, and remembered, so that
 * nothing stays behind. What somebody else made is never changed by a manifest and never deleted.
 */

import type { Resource } from '../../../cluster/kinds/registry';
import type { Kind } from '../../../manifest/kind';
import { NotObservedError, RefusedError } from '../../driver';
import type { ClusterPrograms } from '../programs/cluster-programs';
import { podSchema, readListed } from './listed';
import { inverseOf, type Undo } from './undo';

const READY_SECONDS = 120;
const READY = ['--for=condition=Ready', `--timeout=${READY_SECONDS}s`];
const GONE = ['--ignore-not-found', '--wait=true', '--timeout=60s'];

/** A resource by its kind, and what kubectl is to be told of its namespace. */
export interface Target {
  readonly kind: Kind;
  readonly name: string;
  readonly namespace: string;
}

export class LiveChanges {
  readonly #programs: ClusterPrograms;
  readonly #undo: Undo;

  constructor(programs: ClusterPrograms, undo: Undo) {
    this.#programs = programs;
    this.#undo = undo;
  }

  /**
   * @param value the document as it was written
   * @returns whether it was there already, and is used as it is
   * @throws RefusedError where the API server refuses it, or somebody else's is in its place
   * @throws NotObservedError where it is of a kind that is not carried out
   */
  async apply(target: Target, value: unknown, resource: Resource): Promise<boolean> {
    const what = phraseOf(target);
    if (isCalico(target.kind) || target.kind.kind === 'Node') {
      throw new NotObservedError(`on a live cluster no manifest makes a ${target.kind.kind} yet`);
    }
    if (!this.#undo.has(what)) {
      const found = await this.#programs.kubectlGet(wordsOf(target));
      if (found !== undefined) {
        if (target.kind.kind !== 'Pod') refuseForeign(what);
        await this.#takeFound(target, found, resource);
        return true;
      }
      this.#undo.add({
        what,
        undo: (programs) => programs.kubectl(['delete', ...wordsOf(target), ...GONE]),
      });
    }
    const place = target.kind.isNamespaced ? ['-n', target.namespace] : [];
    await this.#programs.kubectl(['apply', ...place, '-f', '-'], { stdin: JSON.stringify(value) });
    if (target.kind.kind === 'Pod') await this.#untilReady(target);
    return false;
  }

  /** @throws RefusedError where this run did not make it */
  async delete(target: Target): Promise<void> {
    const what = phraseOf(target);
    if (!this.#undo.has(what)) refuseForeign(what);
    await this.#programs.kubectl(['delete', ...wordsOf(target), ...GONE]);
    this.#undo.forget(what);
  }

  /** Fields of a resource, whoever made it; they are put back at the end. */
  async patch(target: Target, change: object): Promise<void> {
    const tool = isCalico(target.kind) ? 'calicoctl' : 'kubectl';
    const words = wordsOf(target);
    const before =
      tool === 'calicoctl'
        ? await this.#programs.calicoctlJson(['get', ...words])
        : await this.#programs.kubectlJson(['get', ...words]);
    const patch = (programs: ClusterPrograms, fields: object) =>
      tool === 'calicoctl'
        ? programs.calicoctl(['patch', ...words, '-p', JSON.stringify(fields)])
        : programs.kubectl(['patch', ...words, '--type=merge', '-p', JSON.stringify(fields)]);
    const back = inverseOf(change, before);
    this.#undo.add({
      what: `${phraseOf(target)} patched with ${JSON.stringify(change)}`,
      undo: (programs) => patch(programs, back),
    });
    await patch(this.#programs, change);
  }

  async #takeFound(target: Target, found: unknown, resource: Resource): Promise<void> {
    const { metadata, spec } = readListed(podSchema, found, phraseOf(target));
    const node = resource.kind === 'Pod' ? resource.spec.nodeName : undefined;
    if (metadata.deletionTimestamp !== undefined) {
      throw new NotObservedError(`${phraseOf(target)} is there still, and about to end`);
    }
    if (node !== undefined && spec.nodeName !== node) {
      throw new RefusedError(
        `there is a ${phraseOf(target)} already, on ${spec.nodeName ?? 'no node'} and not on ${node}`,
      );
    }
    await this.#untilReady(target);
  }

  async #untilReady(target: Target): Promise<void> {
    const patienceMs = (READY_SECONDS + 10) * 1000;
    await this.#programs.kubectl(['wait', ...wordsOf(target), ...READY], { patienceMs });
  }
}

function refuseForeign(what: string): never {
  throw new RefusedError(`there is a ${what} that this run did not make, and leaves alone`);
}

function isCalico({ apiVersion }: Kind): boolean {
  return apiVersion.startsWith('projectcalico.org/');
}

/** `Pod default/pod1`. */
export function phraseOf({ kind, name, namespace }: Target): string {
  return `${kind.kind} ${kind.isNamespaced ? `${namespace}/` : ''}${name}`;
}

function wordsOf({ kind, name, namespace }: Target): readonly string[] {
  return [kind.kind.toLowerCase(), name, ...(kind.isNamespaced ? ['-n', namespace] : [])];
}
