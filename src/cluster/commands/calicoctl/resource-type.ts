/**
 * What calicoctl knows of a kind: its names on the command line, its columns, and where its resources
 * come from and go to. Some are stored as they are; others it makes up from those of Kubernetes.
 */
import type { Cluster } from '../../cluster';
import type { JsonObject } from '../go-yaml';
import type { CalicoRecord } from './calico-record';

/** The text of one cell. @param cluster for what stands elsewhere, such as the AS number of all */
type Cell = (record: CalicoRecord, cluster: Cluster) => string;

/** What somebody wants a resource to be. */
export interface Draft {
  readonly name: string;
  /** `undefined` where the kind has none. */
  readonly namespace: string | undefined;
  readonly labels: JsonObject;
  readonly annotations: JsonObject;
  readonly spec: JsonObject;
  /** What the file is called, for those who keep the reason of a change. */
  readonly source: string;
}

export interface ResourceType {
  /** `IPPool` */
  readonly kind: string;
  /** In lower case: `ippool`, `ippools`, `pool` … */
  readonly names: readonly string[];
  readonly isNamespaced: boolean;
  /** By heading. */
  readonly columns: Readonly<Record<string, Cell>>;
  /** The headings of `-o ps`. */
  readonly narrow: readonly string[];
  /** The headings of `-o wide`. */
  readonly wide: readonly string[];
  /** Of all namespaces, in the datastore's order. */
  list(cluster: Cluster): readonly CalicoRecord[];
  /** The version of the whole list. */
  listVersion(cluster: Cluster): string;
  /** What the API server says of one that is not there. */
  whyMissing(name: string, namespace: string | undefined): string;
  /** @throws CalicoError `exists`, `unsupported`, `invalid` */
  create(cluster: Cluster, draft: Draft): void;
  /** Of one that is there. @throws CalicoError */
  update(cluster: Cluster, draft: Draft): void;
  /** Of one that is there. @throws CalicoError */
  delete(cluster: Cluster, name: string, namespace: string | undefined): void;
}
