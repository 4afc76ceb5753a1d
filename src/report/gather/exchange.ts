/**
 * One stimulus and what came of it, as the steps understand it: who asked, who answered.
 */
import type { HostChange } from '../../host/host-change';
import type { CapturedFrame, Trace } from '../../trace/trace';
import type { Walk } from '../model/walk';

export interface Exchange {
  readonly kind: Walk['kind'];
  /** As a person would type it. */
  readonly title: string;
  /** The host that it began at. */
  readonly from: string;
  /** Whether the program that sent it got what it wanted: a traceroute loses packets on purpose. */
  readonly isAnswered: boolean;
  /** What the program printed. */
  readonly output: string;
  /** What was changed on the hosts since the exchange before. */
  readonly changes: readonly HostChange[];
  /** The request that is shown, and what answered it. */
  readonly request: Trace | undefined;
  readonly reply: Trace | undefined;
  readonly requests: readonly Trace[];
  readonly replies: readonly Trace[];
  readonly traces: readonly Trace[];
  readonly frames: readonly CapturedFrame[];
}
