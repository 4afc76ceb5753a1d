/**
 * A scenario's verdict as it stands in Cucumber's messages, with who judged it: so a report can be made
 * of the messages of several runs, machines and drivers, and still say what each line came from.
 */

export type VerdictName = 'held' | 'violated' | 'not established';

export interface Judgement {
  readonly verdict: VerdictName;
  /** One sentence for people; empty where the scenario held. */
  readonly why: string;
  readonly judge: Judge;
  /** What the assertions asked, in the driver's words: `outcome`, `routes`, `chain`. */
  readonly asked?: readonly string[];
}

export interface Judge {
  /** `sim`, `netns` or `kubectl`. */
  readonly driver: string;
  readonly seed: number;
  /** Of Calicumber: `0.1.0`. */
  readonly version: string;
  /** What must be said of the driver, a sentence each: which tunnel it used. */
  readonly remarks: readonly string[];
}
