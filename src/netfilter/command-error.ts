/**
 * A command that a tool refuses: what it prints on standard error, and its exit status. iptables'
 * wording is iptables/xshared.c, iptables/nft.c and libxtables, ipset's is lib/errcode.c. The same
 * complaint reads otherwise in `iptables-restore`, which adds the line, and in other releases.
 */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  readonly exitStatus: number;

  constructor(message: string, exitStatus: number) {
    super(message);
    this.exitStatus = exitStatus;
  }
}

/** The program that complains. */
export interface Speaker {
  readonly program: string;
  /** `1.8.7` */
  readonly version: string;
  /** The line of the file that it reads, from 1. */
  readonly line?: number;
}

/** A complaint whose words depend on who says them. */
export class ToolError extends CommandError {
  override readonly name = 'ToolError';
  readonly #words: (speaker: Speaker) => string;

  constructor(words: (speaker: Speaker) => string, exitStatus: number, usual: Speaker) {
    super(words(usual), exitStatus);
    this.#words = words;
  }

  saidBy(speaker: Speaker): CommandError {
    return new CommandError(this.#words(speaker), this.exitStatus);
  }
}

/** Those of Ubuntu 22.04. */
const IPTABLES: Speaker = { program: 'iptables', version: '1.8.7' };
const IPSET: Speaker = { program: 'ipset', version: '7.15' };

/** The exit status of what is real, but not in this model (EX_USAGE). */
const EXIT_NOT_MODELLED = 64;

/** Words that iptables does not understand (`xtables_error(PARAMETER_PROBLEM, …)`). */
export function parameterProblem(what: string): CommandError {
  const words = (speaker: Speaker) => `${signature(speaker)}: ${what}\n${usageHint(speaker)}`;
  return new ToolError(words, 2, IPTABLES);
}

/** A word where an option should be. */
export function badArgument(word: string): CommandError {
  const words = (speaker: Speaker) => `Bad argument \`${word}'\n${usageHint(speaker)}`;
  return new ToolError(words, 2, IPTABLES);
}

/** Other problems than the words (`xtables_error(OTHER_PROBLEM, …)`). */
export function otherProblem(what: string, exitStatus: number): CommandError {
  return new ToolError((speaker) => `${signature(speaker)}: ${what}`, exitStatus, IPTABLES);
}

/** Words that are fine, but not with the rules that are there (`nft_strerror`). */
export function iptablesRefusal(what: string): CommandError {
  const words = ({ program, line }: Speaker) =>
    `${program}: ${line === undefined ? '' : `line ${line} failed: `}${what}`;
  return new ToolError(words, 1, IPTABLES);
}

/** What the kernel refused of a batch (`nft_action`, iptables/nft.c). */
export function kernelRefusal(change: string, errno: string, where: string): CommandError {
  const words = (speaker: Speaker) => {
    const place = speaker.line === undefined ? ' ' : `\nline ${speaker.line}: `;
    const named = change === 'CHAIN_DEL' && speaker.version === '1.8.7' ? 'CHAIN_USER_DEL' : change;
    return `${signature(speaker)}: ${place}${named} failed (${errno}): ${where}`;
  };
  return new ToolError(words, 4, IPTABLES);
}

export function ipsetRefusal(what: string): CommandError {
  const words = ({ program, version, line }: Speaker) =>
    `${program} v${version}: ${line === undefined ? '' : `Error in line ${line}: `}${what}`;
  return new ToolError(words, 1, IPSET);
}

/** Words that ipset does not understand; the line in `ipset restore` stays unsaid. */
export function ipsetUsageError(what: string): CommandError {
  const words = ({ program, version }: Speaker) =>
    `${program} v${version}: ${what}\nTry \`ipset help' for more information.`;
  return new ToolError(words, 2, IPSET);
}

/** Says that an option or a word is real, but does nothing here: never silently ignored. */
export function notModelled(what: string): CommandError {
  return new CommandError(`not modelled here: ${what}`, EXIT_NOT_MODELLED);
}

function signature({ program, version }: Speaker): string {
  return `${program} v${version} (nf_tables)`;
}

function usageHint({ program, line }: Speaker): string {
  const place = line === undefined ? '' : `Error occurred at line: ${line}\n`;
  return `${place}Try \`${program} -h' or '${program} --help' for more information.`;
}
