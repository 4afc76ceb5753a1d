/** The options of a lab for tests. */
import type { NetnsOptions } from '../netns';

export const OPTIONS: NetnsOptions = { seed: 1, patienceMs: 10_000, bgp: 'calicumber' };
