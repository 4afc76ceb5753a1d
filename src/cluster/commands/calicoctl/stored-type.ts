/**
 * A kind whose resources are stored as they are written: calicoctl reads and writes the custom
 * resources (libcalico-go/lib/backend/k8s/resources/customresource.go).
 */
import type { AnyResource, Kind } from '../../../manifest/kind';
import { ManifestError } from '../../../manifest/manifest-error';
import { applyManifest, deleteResource } from '../../apply';
import type { Cluster } from '../../cluster';
import type { Json, JsonObject } from '../go-yaml';
import { alreadyExists } from './calico-error';
import { API_VERSION, type CalicoRecord, isGoEmpty, metadataOf, toJson } from './calico-record';
import type { Draft, ResourceType } from './resource-type';
import { validationError } from './validation-error';

interface StoredTypeSettings {
  readonly kind: Kind;
  readonly names: readonly string[];
  readonly columns: ResourceType['columns'];
  readonly narrow: readonly string[];
  readonly wide: readonly string[];
  /** The fields of the spec in the order of Go's struct; others come after them, by name. */
  readonly fields?: readonly string[];
  /** Those that are pointers in Go, and so printed even where they are zero or false. */
  readonly pointers?: readonly string[] | 'all';
  /** Those that Go prints even where nobody has set them. */
  readonly always?: JsonObject;
  /** What libcalico-go adds to every spec that it writes. */
  readonly filledIn?: JsonObject;
  /** The spec of the resource `default`, which calico-node makes when it finds none. */
  readonly made?: JsonObject;
  /** What libcalico-go does before the datastore forgets the resource. */
  readonly beforeDelete?: (cluster: Cluster, name: string) => void;
  /** Fields that came with v3.30, and what is not said of them before. */
  readonly sinceV330?: JsonObject;
}

export function storedType(settings: StoredTypeSettings): ResourceType {
  const { kind } = settings;
  return {
    kind: kind.kind,
    names: settings.names,
    isNamespaced: kind.isNamespaced,
    columns: settings.columns,
    narrow: settings.narrow,
    wide: settings.wide,
    list: (cluster) => listStored(cluster, settings),
    listVersion: ({ control }) => String(control.store.revision),
    whyMissing: (name) => `${kind.plural}.crd.projectcalico.org "${name}" not found`,
    create(cluster, draft) {
      const { name, namespace } = draft;
      const isMade = settings.made !== undefined && name === 'default';
      if (isMade || cluster.control.store.get(kind, name, namespace) !== undefined) {
        throw alreadyExists({ kind: kind.kind, name, namespace });
      }
      put(cluster, settings, draft);
    },
    update: (cluster, draft) => put(cluster, settings, draft),
    delete(cluster, name, namespace) {
      settings.beforeDelete?.(cluster, name);
      deleteResource(cluster, kind, name, namespace ?? 'default');
    },
  };
}

function listStored(cluster: Cluster, settings: StoredTypeSettings): readonly CalicoRecord[] {
  const { kind, made } = settings;
  const record = (metadata: AnyResource['metadata'], spec: unknown): CalicoRecord => ({
    kind: kind.kind,
    apiVersion: API_VERSION,
    metadata: metadataOf(cluster, kind, metadata),
    spec: goSpec(toJson(spec), settings, isV330(cluster)),
  });
  const stored = cluster.control.store
    .list(kind)
    .map((resource) => record(resource.metadata, 'spec' in resource ? resource.spec : {}));
  const isMissing = !stored.some(({ metadata }) => metadata.name === 'default');
  return made && isMissing ? [record({ name: 'default' }, made), ...stored] : stored;
}

function isV330({ control }: Cluster): boolean {
  return control.model.release === 'v3.30';
}

/** The spec in Go's order, without what Go leaves out. */
function goSpec(
  stored: JsonObject,
  { fields = [], pointers = [], always = {}, sinceV330 = {} }: StoredTypeSettings,
  knowsAll: boolean,
): JsonObject {
  const spec: JsonObject = { ...always, ...stored };
  const others = Object.keys(spec).filter((name) => !fields.includes(name));
  const isShown = (name: string, value: Json | undefined) => {
    if (value === undefined || (!knowsAll && sinceV330[name] === value)) return false;
    const isPointer = pointers === 'all' ? value !== '' : pointers.includes(name);
    return name in always || isPointer || !isGoEmpty(value);
  };
  const names = [...fields, ...others.sort()].filter((name) => isShown(name, spec[name]));
  return Object.fromEntries(names.map((name) => [name, spec[name]]));
}

function put(cluster: Cluster, { kind, filledIn }: StoredTypeSettings, draft: Draft): void {
  const { name, namespace, labels, annotations } = draft;
  const spec = { ...filledIn, ...draft.spec };
  const metadata = { name, namespace, labels, annotations };
  const manifest = { apiVersion: API_VERSION, kind: kind.kind, metadata, spec };
  try {
    applyManifest(cluster, JSON.stringify(manifest), draft.source);
  } catch (error) {
    throw error instanceof ManifestError ? validationError(error, kind.kind, draft) : error;
  }
}
