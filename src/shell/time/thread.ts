/**
 * Something that a shell runs beside others: the line in the foreground, or a job in the background.
 */
import type { InvariantError } from '../../base/invariant';
import type { Signal } from '../../commands/command';
import type { JobProcess } from '../jobs/job-process';
import type { FunctionNode } from '../language/tree';

export interface Thread {
  /** Only somebody who watches presses Ctrl-C. */
  readonly isForeground: boolean;
  hasEnded: boolean;
  /** The functions that it knows. */
  readonly functions: readonly FunctionNode[];
  /** What it runs at this moment: signals go there. */
  readonly processes: Set<JobProcess>;
  /** The nearest `timeout` around it. */
  alarm: Alarm | undefined;
  /** Looks whether its real time is up; throws where it is. */
  checkLimits: () => void;
  /** Whether an `exit` was met on the way, be it in a subshell. */
  hasMetExit: boolean;
  /** Whether its script came to its end. */
  hasReachedEnd: boolean;
  /** What its shell knows at the end besides plain variables: arrays, options. */
  state: string | undefined;
  /** A mistake of this program, which the library would take for the command's. */
  bug: InvariantError | undefined;
  /** Where its user goes when the line is over. */
  move: Move | undefined;
}

/** A `timeout` that runs. */
export interface Alarm {
  readonly atUs: number;
  readonly signal: Signal;
  hasRung: boolean;
  /** Stops a script that would go on with its next command. */
  readonly abort: AbortController;
}

/** A shell that somebody moves into: `ssh k8s-w1`, `kubectl exec pod1 -it -- zsh`, `sudo -i`. */
export interface Move {
  /** Of the network's hosts: `k8s-w1`, `default/pod1`. */
  readonly host: string;
  readonly shell: ShellName;
  /** A login shell begins at home, with an environment of its own. */
  readonly isLogin: boolean;
  /** Whether `kubectl exec` leads there, which tells how its shell was left. */
  readonly isExec?: boolean;
}

export type ShellName = 'bash' | 'sh' | 'zsh';

export function isShellName(word: string): word is ShellName {
  return word === 'bash' || word === 'sh' || word === 'zsh';
}

export function newThread(isForeground: boolean, functions: readonly FunctionNode[]): Thread {
  return {
    isForeground,
    functions,
    hasEnded: false,
    processes: new Set<JobProcess>(),
    alarm: undefined,
    checkLimits: () => undefined,
    hasMetExit: false,
    hasReachedEnd: false,
    state: undefined,
    bug: undefined,
    move: undefined,
  };
}
