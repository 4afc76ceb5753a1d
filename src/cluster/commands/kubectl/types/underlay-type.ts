/** The Underlay: the segments, routers and hosts that the lab says there are. */
import { underlayKind } from '../../../underlay-kind';
import { apiMetadata, toJson } from '../api-object';
import { AGE, NAME, type ResourceType } from '../resource-type';

export const underlayType: ResourceType = {
  plural: 'underlays',
  singular: 'underlay',
  shortNames: [],
  group: 'calicumber.dev',
  version: 'v1',
  kind: 'Underlay',
  isNamespaced: false,
  stored: underlayKind,
  columns: [NAME, AGE],
  list: (cluster) =>
    cluster.control.store.list(underlayKind).map((underlay) => ({
      apiVersion: underlay.apiVersion,
      kind: underlay.kind,
      metadata: {
        ...apiMetadata(cluster, underlayKind, underlay.metadata),
        generation: cluster.control.store.generationOf(underlayKind, underlay.metadata.name) ?? 1,
      },
      spec: toJson(underlay.spec),
    })),
};
