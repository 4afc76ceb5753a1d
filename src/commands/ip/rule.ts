/**
 * `ip rule`: the three rules that every host has; there are no others here (ip-rule(8),
 * `fib_default_rules_init`, net/ipv4/fib_rules.c).
 */
import { type Field, field, renderAnswers, word } from './field';
import { type IpCommand, type IpObject, refuse } from './ip-object';
import type { IpOptions } from './ip-options';
import { garbage } from './ip-words';

const RULES = [
  [0, 'local'],
  [32_766, 'main'],
  [32_767, 'default'],
] as const;

const show: IpCommand = ({ words, options }) => {
  const extra = words.next();
  if (extra !== undefined) throw garbage('to', extra);
  // IPv6 has no table `default`.
  const rules = RULES.filter(([, table]) => options.family !== 'inet6' || table !== 'default');
  return renderAnswers(
    rules.map(([priority, table]) => fieldsOf(priority, table, options)),
    options,
  );
};

function fieldsOf(priority: number, table: string, { details }: IpOptions): readonly Field[] {
  return [
    field(`${priority}:\t`, 'priority', priority),
    word('from '),
    field('all ', 'src', 'all'),
    field(`lookup ${table}`, 'table', table),
    ...(details ? [field(' proto kernel', 'protocol', 'kernel')] : []),
  ];
}

export const rule: IpObject = {
  names: ['rule'],
  help: 'rule',
  usage: 'Usage: ip rule [ list ]',
  show,
  commands: [
    ['list', show],
    ['lst', show],
    ['show', show],
    ['add', refuse('ip rule add')],
    ['delete', refuse('ip rule delete')],
    ['flush', refuse('ip rule flush')],
    ['save', refuse('ip rule save')],
    ['restore', refuse('ip rule restore')],
  ],
};
