/**
 * Engines that are right, and not quite this one: they differ in what nobody promised (addresses that
 * IPAM chose, MACs, identifiers, order, timing). A specification that fails on one relied on chance.
 */
import type { Wording } from '../base/wording';
import type { EngineVariant } from '../cluster/engine-variant';

export interface Wheat extends EngineVariant {
  /** In place of the run's own dice. */
  readonly seed?: number;
  /** What is different, for whoever's scenario relied on it. */
  readonly differs: Wording;
}
