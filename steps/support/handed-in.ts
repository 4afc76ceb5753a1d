/**
 * What somebody handed in to be judged, and what was broken before he came: texts, wherever they are
 * from. The sentence `Given the submission` brings it into the cluster.
 */
import type { Driver } from '../../src/driver/driver';
import { NotEstablishedError } from './not-established';

/** A type and no interface, for it goes through Cucumber's world parameters, which are JSON. */
export type HandedIn = {
  /** In the order in which they are applied. */
  readonly manifests: readonly HandedInFile[];
  /** Lines of a shell, typed on `host` one file after the other. */
  readonly scripts: readonly HandedInFile[];
  /** Where scripts are typed. */
  readonly host: string;
  /** What breaks the lab, before anything that was handed in: lines for the shell of a host. */
  readonly breaks: readonly { readonly host: string; readonly lines: string }[];
};

export type HandedInFile = {
  /** As its owner calls it: `pods.yaml`. */
  readonly name: string;
  readonly text: string;
};

/** What the shell says where a limit stopped a line. */
const STOPPED = /^calicumber: (stopped: .*)$/m;

/** @throws NotEstablishedError where the lab cannot be broken as the task says */
export async function breakLab(cluster: Driver, { breaks }: HandedIn): Promise<void> {
  for (const { host, lines } of breaks) {
    const { exit, stdout, stderr } = await cluster.exec(host, lines);
    if (exit === 0) continue;
    throw new NotEstablishedError(
      `the lab could not be broken on ${host} (exit ${exit}): ${(stderr || stdout).trim()}`,
    );
  }
}

/**
 * Applies the manifests, then types the scripts. A line of a script that fails is its owner's business,
 * as in any shell; one that had to be stopped is told.
 * @param tell is told what a script complained of
 * @throws RefusedError for a manifest, with its place; NotEstablishedError for a script that was stopped
 */
export async function bringIn(
  cluster: Driver,
  { manifests, scripts, host }: HandedIn,
  tell: (text: string) => void,
): Promise<void> {
  for (const { name, text } of manifests) await cluster.apply(text, name);
  for (const { name, text } of scripts) {
    const { stderr } = await cluster.exec(host, text);
    const stop = STOPPED.exec(stderr);
    if (stop !== null) throw new NotEstablishedError(`${name} was ${stop[1]}`);
    if (stderr !== '') tell(`${name}: ${stderr.trimEnd()}`);
  }
}
