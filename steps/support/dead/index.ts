/**
 * The engines on which no specification should hold: what holds there as well says nothing.
 */
import type { Driver } from '../../../src/driver/driver';
import type { Question } from '../ledger';
import { everythingDelivered } from './everything-delivered';
import { nothingDelivered } from './nothing-delivered';
import { nothingSeen } from './nothing-seen';

export interface DeadEngine {
  /** As a driver. */
  readonly name: 'dead' | 'open' | 'silent';
  /** What is so on it: "it holds as well where …". */
  readonly where: string;
  /** What it makes up; whatever else is asked, it answers as the cluster does. */
  readonly invents: ReadonlySet<Question>;
  /** Whether it stands before a cluster with dead links, so that what is typed there says what it would. */
  readonly isDead: boolean;
  readonly of: (cluster: Driver) => Driver;
}

const PACKETS: readonly Question[] = ['outcome', 'captured', 'neighbours', 'connections'];

export const DEAD_ENGINES: readonly DeadEngine[] = [
  {
    name: 'dead',
    where: 'nothing is delivered',
    invents: new Set(PACKETS),
    isDead: true,
    of: nothingDelivered,
  },
  {
    name: 'silent',
    where: 'nothing is seen',
    invents: new Set([
      ...PACKETS,
      'typed',
      'routes',
      'links',
      'ipset',
      'chain',
      'sysctl',
      'exec',
      'journal',
    ] as const),
    isDead: true,
    of: nothingSeen,
  },
  {
    name: 'open',
    where: 'everything is delivered',
    invents: new Set(PACKETS),
    isDead: false,
    of: everythingDelivered,
  },
];
