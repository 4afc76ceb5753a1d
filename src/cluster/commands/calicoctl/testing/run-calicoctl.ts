/** calicoctl on the lab kans, as somebody on k8s-m would type it. */
import { type CommandResult, NO_INPUT } from '../../../../commands/command';
import { splitCommandLine } from '../../../../commands/split-command-line';
import { renderAnswer } from '../../../../commands/testing/transcript';
import type { Cluster } from '../../../cluster';
import { calicoctl } from '../calicoctl';

/** @param line without `calicoctl` */
export function run(cluster: Cluster, line: string, stdin = '', host = 'k8s-m'): CommandResult {
  const words = splitCommandLine(line);
  const result = calicoctl.run(words, cluster, host, {
    stdin,
    files: NO_INPUT.files,
    distribution: NO_INPUT.distribution,
  });
  if ('stdout' in result) return result;
  throw new Error(`${line} went to another host`);
}

/** What is printed, complaints marked with `! `, and the status where it is not zero. */
export function answer(cluster: Cluster, line: string, stdin = ''): string {
  return renderAnswer(run(cluster, line, stdin));
}

/** A resource of projectcalico.org/v3. */
export function resource(kind: string, name: string, spec: object, metadata: object = {}): string {
  const document = {
    apiVersion: 'projectcalico.org/v3',
    kind,
    metadata: { name, ...metadata },
    spec,
  };
  return `${JSON.stringify(document)}\n`;
}
