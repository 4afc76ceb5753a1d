/**
 * When each resource was made. The states of control planes are shared between scenarios and know no
 * time, but they count their changes; so a cluster keeps, for every change that it went through, the
 * revision that it led to and the time. Nothing is kept per resource.
 */
import type { ResourceStore } from '../k8s/store';
import type { Kind } from '../manifest/kind';
import { uuid } from './uuid';

/** What the API server gives to a resource that it makes (ObjectMeta). */
export interface Birth {
  /** It looks random (RFC 9562, version 4), and is made of the seed and the resource's name. */
  readonly uid: string;
  /** Microseconds since the network was made. */
  readonly atUs: number;
  readonly resourceVersion: string;
}

interface Moment {
  /** The last one that had come about. */
  readonly revision: number;
  readonly atUs: number;
}

export class Births {
  readonly #seed: number;
  /** In the order of revisions, and so of time. */
  readonly #moments: Moment[] = [];

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** All that was not there before came about now. */
  note(revision: number, nowUs: number): void {
    if ((this.#moments.at(-1)?.revision ?? 0) < revision) {
      this.#moments.push({ revision, atUs: nowUs });
    }
  }

  /** What nobody wrote down, such as the namespace `default`, has been there from the beginning. */
  of(store: ResourceStore, kind: Kind, name: string, namespace?: string): Birth {
    const created = store.creationRevisionOf(kind, name, namespace) ?? 0;
    return {
      uid: uuid(`${this.#seed} ${kind.apiVersion} ${kind.kind} ${namespace}/${name} ${created}`),
      atUs: this.#timeOf(created),
      resourceVersion: String(store.resourceVersionOf(kind, name, namespace) ?? 1),
    };
  }

  /** The first moment at which there was this revision, by bisection. */
  #timeOf(revision: number): number {
    let low = 0;
    let high = this.#moments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moments[middle]?.revision ?? 0) < revision) low = middle + 1;
      else high = middle;
    }
    return this.#moments[low]?.atUs ?? 0;
  }
}
