/** What `calicumber report` has made, and says of it. */
import type { ExitCode } from '../exit-code';

export interface MadeReport {
  /** For the terminal. */
  readonly lines: readonly string[];
  /** The page to open, within the folder of reports. */
  readonly file: string;
  readonly exit: ExitCode;
}
