/**
 * Real network namespaces for the tests that compare with real tools: made for one test, and gone
 * after it. Root is needed.
 */
import { spawnSync } from 'node:child_process';

/**
 * Skips the running test where no network namespace can be made or a tool is missing, and says so;
 * with `CALICUMBER_COMPULSORY=1` the test goes on, and fails.
 */
export function needsNamespaces(test: Mocha.Context, tools: readonly string[]): void {
  const missing = tools.filter((tool) => spawnSync('which', [tool]).status !== 0);
  const canMake = spawnSync('unshare', ['--net', 'true']).status === 0;
  const { CALICUMBER_COMPULSORY } = process.env;
  if ((canMake && missing.length === 0) || CALICUMBER_COMPULSORY === '1') return;
  const why = canMake ? `${missing.join(', ')} not installed` : 'no root, no network namespaces';
  process.stdout.write(`      (skipped: ${why})\n`);
  test.skip();
}

export interface Namespaces {
  /** What a command line prints in one of them, its complaints included. */
  run(namespace: string, line: string): string;
}

/** @param names short ones; on the machine they have a prefix, so that they are nobody else's */
export function withNamespaces(names: readonly string[], body: (made: Namespaces) => void): void {
  const prefix = `calicumber-${process.pid}-`;
  const made: string[] = [];
  try {
    for (const name of names) {
      sh(`ip netns add ${prefix}${name}`);
      made.push(name);
      // Addresses of IPv6 come by themselves, and there are none in the simulation.
      sh(`ip netns exec ${prefix}${name} sysctl -qw net.ipv6.conf.all.disable_ipv6=1`);
      sh(`ip netns exec ${prefix}${name} sysctl -qw net.ipv6.conf.default.disable_ipv6=1`);
    }
    body({
      run: (namespace, line) => {
        const named = line.replaceAll('@', prefix);
        return sh(`ip netns exec ${prefix}${namespace} ${named}`);
      },
    });
  } finally {
    for (const name of made) sh(`ip netns delete ${prefix}${name}`);
  }
}

function sh(line: string): string {
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
  return stdout + stderr;
}
