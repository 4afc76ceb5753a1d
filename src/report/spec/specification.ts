/**
 * The features as a document: what they say, and the labs that they speak of; nothing of how a run
 * went. Features are as Gherkin read them (`GherkinDocument` of @cucumber/messages).
 */
import type { Feature } from '@cucumber/messages';
import type { Topology } from '../model/topology';

export interface Specification {
  readonly features: readonly SpecifiedFeature[];
}

export interface SpecifiedFeature {
  /** `features/nat/outgoing.feature`. */
  readonly uri: string;
  readonly feature: Feature;
  /** Each different lab of its scenarios, with the pods that all scenarios in it have in common. */
  readonly labs: readonly Topology[];
}
