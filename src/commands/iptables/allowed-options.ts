/**
 * Which options go with which command (`commands_v_options`, iptables/xshared.c), and which
 * interfaces a chain can know of.
 */
import { badArgument, parameterProblem } from '../../netfilter/command-error';
import { parseRule } from '../../netfilter/parse-rule';
import type { IptablesCommand, IptablesLine } from './iptables-line';

const LISTING: ReadonlySet<string> = new Set(['-n', '-v', '-x', '--line-numbers']);
const VERBOSE: ReadonlySet<string> = new Set(['-v']);
const WITH_RULES: ReadonlySet<IptablesCommand> = new Set([
  'append',
  'check',
  'delete',
  'insert',
  'replace',
]);
const WITH_COUNTERS: ReadonlySet<IptablesCommand> = new Set([
  'append',
  'insert',
  'replace',
  'policy',
]);

export function checkOptions(line: IptablesLine, flags: ReadonlySet<string>): void {
  const { command, rule, ruleNumber, counters } = line;
  const allowed = command === 'list' ? LISTING : VERBOSE;
  for (const flag of flags) {
    // iptables has no letter for `--line-numbers`, and says the one that it uses inside.
    if (!allowed.has(flag)) throw illegal(flag === '--line-numbers' ? '-0' : flag);
  }
  if (counters !== undefined && !WITH_COUNTERS.has(command)) throw illegal('-c');
  const hasRule = WITH_RULES.has(command) && (command !== 'delete' || ruleNumber === undefined);
  if (hasRule || rule.length === 0) return;
  parseRule(rule);
  const [option = ''] = rule.filter((word) => word.startsWith('-'));
  throw option === '-m' ? badArgument(rule[1] ?? '') : illegal(option);
}

function illegal(option: string): Error {
  return parameterProblem(`Illegal option \`${option}' with this command`);
}

const NO_OUT_INTERFACE: ReadonlySet<string> = new Set(['PREROUTING', 'INPUT']);
const NO_IN_INTERFACE: ReadonlySet<string> = new Set(['POSTROUTING', 'OUTPUT']);

export function checkInterfaces({ chain = '', rule }: IptablesLine): void {
  for (const [option, chains] of [
    ['-o', NO_OUT_INTERFACE],
    ['-i', NO_IN_INTERFACE],
  ] as const) {
    if (!rule.includes(option) || !chains.has(chain)) continue;
    throw parameterProblem(`Can't use ${option} with ${chain}\n`);
  }
}
