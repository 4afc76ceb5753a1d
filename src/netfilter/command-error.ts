/**
 * A command that a tool refuses: what it prints on standard error, and its exit status. iptables'
 * wording is iptables/xshared.c and libxtables (1.8.9), ipset's is lib/errcode.c (7.17).
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitStatus: number;

  constructor(message: string, exitStatus: number) {
    super(message);
    this.exitStatus = exitStatus;
  }
}

const IPTABLES_VERSION = 'v1.8.9 (legacy)';
const IPSET_VERSION = 'v7.17';
const TRY_HELP = "Try `iptables -h' or 'iptables --help' for more information.";

/** Words that iptables does not understand (`xtables_error(PARAMETER_PROBLEM, …)`). */
export function parameterProblem(what: string): CommandError {
  return new CommandError(`iptables ${IPTABLES_VERSION}: ${what}\n${TRY_HELP}`, 2);
}

/** A word where an option should be. */
export function badArgument(word: string): CommandError {
  return new CommandError(`Bad argument \`${word}'\n${TRY_HELP}`, 2);
}

/** Words that are fine, but not with the rules that are there (`iptc_strerror`). */
export function iptablesRefusal(what: string): CommandError {
  return new CommandError(`iptables: ${what}`, 1);
}

export function ipsetRefusal(what: string): CommandError {
  return new CommandError(`ipset ${IPSET_VERSION}: ${what}`, 1);
}
