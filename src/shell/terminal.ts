/**
 * Somebody who is logged in on a host and types: the door of this room. Behind it stands a shell that
 * is not ours (just-bash); nobody but this room knows that.
 */

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  /** Of the last command; 124 where the time was up, 126 where a limit stopped it. */
  readonly exit: number;
}

export interface Terminal {
  /** The host that he is on now: `k8s-m`, `default/pod1`; empty where he has left. */
  readonly host: string;
  /** The names of the commands that there are; for completion. */
  readonly commands: readonly string[];
  /** Where he is now, as it would be printed: `root@k8s-m:~# `. */
  readonly prompt: string;
  /** Whether the lines so far are a command: `false` inside of a heredoc or an open quote. */
  readonly isComplete: boolean;
  /** Whether he has left the host that he logged in on. */
  readonly isClosed: boolean;
  /**
   * Types lines, one after the other, each when the one before has come to its end. `ssh k8s-w1`,
   * `kubectl exec pod1 -it -- zsh` and `exit` move him; his directory and variables stay with the
   * place where he was.
   */
  type(lines: string): Promise<Answer>;
  /** He leaves every shell that he moved into, and is back where he logged in. */
  returnHome(): void;
  /** Ctrl-C at the prompt: lines that are no command yet are forgotten. */
  interrupt(): void;
}
