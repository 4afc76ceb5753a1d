/**
 * A network of which every link is dead: what is sent arrives nowhere, and nobody knows of it. No
 * specification is graded by it; it tells whether one says anything at all.
 */
import type { EngineVariant } from '../cluster/engine-variant';
import { withStack } from './change-kernel';

export const DEAD_LINKS: EngineVariant = {
  name: 'dead-links',
  linux: withStack(() => ({
    receiveFrame: (_device, _frame, _type, trace) => {
      trace.drop('LINK_LOSS', 'the network is dead');
    },
  })),
};
