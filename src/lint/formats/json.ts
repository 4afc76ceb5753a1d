/** For programs: each finding with its place, its rule and its fix. */
import type { Finding } from '../rule';
import type { Format } from './format';

export const json: Format = {
  name: 'json',
  print: (files) => {
    const findings = files.flatMap(({ path, findings: found }) =>
      found.map((finding) => plain(finding, path)),
    );
    return `${JSON.stringify({ features: files.length, findings }, undefined, 2)}\n`;
  },
};

function plain({ rule, place, message, fix }: Finding, file: string) {
  return { file, ...place, rule: rule.id, severity: rule.severity, message, fix };
}
