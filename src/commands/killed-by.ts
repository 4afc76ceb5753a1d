/** The exit status of a process that a signal ended, as a shell shows it: 128 and the signal's number. */
import type { Signal } from './command';

export const KILLED_BY: Readonly<Record<Signal, number>> = {
  SIGINT: 130,
  SIGKILL: 137,
  SIGTERM: 143,
};
