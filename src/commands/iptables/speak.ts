/** Whose iptables it is: what each distribution's prints, and how it complains. */
import { ToolError } from '../../netfilter/command-error';
import type { IptablesVersion } from '../../netfilter/list-form';
import type { Distribution } from '../command';

export const IPTABLES_VERSIONS: Readonly<Record<Distribution, IptablesVersion>> = {
  'ubuntu-22.04': '1.8.7',
  'debian-12': '1.8.9',
};

/** Complaints of the body come out as the program's own. @param line of the file that it reads */
export function speakingAs<Answer>(
  program: string,
  distribution: Distribution,
  body: () => Answer,
  line?: number,
): Answer {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const version = IPTABLES_VERSIONS[distribution];
    throw error.saidBy(line === undefined ? { program, version } : { program, version, line });
  }
}

/** `iptables v1.8.7 (nf_tables)`. */
export function versionLine(program: string, distribution: Distribution): string {
  return `${program} v${IPTABLES_VERSIONS[distribution]} (nf_tables)\n`;
}
