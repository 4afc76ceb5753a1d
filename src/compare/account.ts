/**
 * What a driver answered in one scenario, in a form that can be set beside another's: every question with
 * its answer, and every answer as tables of rows with named fields. It holds all that was answered;
 * what of it time or chance made, `normalisations.ts` says.
 */

/** A frame, a route, a line that a program printed; one thing with its fields as text. */
export interface Row {
  /** As people know it: tcpdump's line, `ip route`'s line. Shown, and never compared. */
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Rows of one kind in their order: the frames at an interface, the routes of a host. */
export interface Table {
  readonly kind: TableKind;
  /** `frames at k8s-w1 ens5`. */
  readonly name: string;
  readonly rows: readonly Row[];
}

export type TableKind =
  | 'frames'
  | 'answer'
  | 'lines'
  | 'routes'
  | 'links'
  | 'neighbours'
  | 'connections'
  | 'chains'
  | 'members'
  | 'inventory';

/** Numbers that a stimulus chose itself, so that chance has no part in them. */
export interface ChosenNumbers {
  readonly ports: readonly number[];
  readonly icmpIds: readonly number[];
}

/** One question to a driver, and what it answered. */
export interface Answer {
  /** `ping from default/pod1 to 172.16.184.1`. */
  readonly question: string;
  /** What of the stimulus has a say in what counts; `arping` sends what is elsewhere background. */
  readonly stimulus: string | undefined;
  readonly chosen: ChosenNumbers;
  readonly tables: readonly Table[];
  /** In the driver's words, why it could not know. */
  readonly notObserved: string | undefined;
}

/** Everything that one driver said in one scenario. */
export interface Account {
  readonly answers: readonly Answer[];
  /** Each MAC address that one interface alone has, and that nobody derives from a name: whose it is. */
  readonly macOwners: ReadonlyMap<string, string>;
}

export const NOTHING_CHOSEN: ChosenNumbers = { ports: [], icmpIds: [] };
