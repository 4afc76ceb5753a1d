/** Something that is said of the program's speed, and what this machine says to it now. */
export interface Claim {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly holds: boolean;
}
