/**
 * What a command says with its exit status. 64 and 70 are EX_USAGE and EX_SOFTWARE of sysexits.h.
 */
export const EXIT = {
  held: 0,
  violated: 1,
  /** Not established, or nothing ran. */
  notEstablished: 2,
  usage: 64,
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command stopped, in words that need no stack trace. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exit: ExitCode;

  constructor(message: string, exit: ExitCode) {
    super(message);
    this.exit = exit;
  }
}

/** The command was called in a way that it does not know. */
export function wrongUse(message: string): CliError {
  return new CliError(message, EXIT.usage);
}

/** The command was called rightly, but what it was given says nothing. */
export function nothingEstablished(message: string): CliError {
  return new CliError(message, EXIT.notEstablished);
}
