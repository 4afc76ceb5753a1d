/**
 * Where the kernel's own chains lead to Felix's (felix/dataplane/linux/int_dataplane.go,
 * `setUpIptablesNormal`). What is appended is hashed under a name of its own: `FORWARD*appends*`.
 */
import type { HookState } from '../../../host/host-state';
import type { NetfilterTable } from '../../../netfilter/packet';
import * as action from './actions';
import { always, type FelixRule, renderRules } from './felix-rule';
import * as match from './matches';
import type { StaticInput } from './static-input';

interface Hook {
  readonly table: NetfilterTable;
  readonly chain: string;
  /** Before everyone else's rules, unless `chainInsertMode` says otherwise. */
  readonly inserted: readonly FelixRule[];
  readonly appended: readonly FelixRule[];
}

export function hooks(input: StaticInput): readonly HookState[] {
  const { marks, natPostrouting, settings } = input;
  const isForwardAccepted: FelixRule = {
    comment: 'Policy explicitly accepted packet.',
    matches: [match.markSet(marks.accept)],
    action: action.ACCEPT,
  };
  // In mangle's POSTROUTING the bit then says that the packet was forwarded, not made here.
  const markForwarded = always(action.setMark(marks.accept));
  const all: readonly Hook[] = [
    hook('raw', 'PREROUTING'),
    hook('raw', 'OUTPUT'),
    hook('mangle', 'PREROUTING'),
    hook('mangle', 'POSTROUTING'),
    hook('nat', 'PREROUTING'),
    hook('nat', 'OUTPUT'),
    natPostrouting === 'insert'
      ? hook('nat', 'POSTROUTING')
      : { table: 'nat', chain: 'POSTROUTING', inserted: [], appended: [toCalico('POSTROUTING')] },
    hook('filter', 'INPUT'),
    hook('filter', 'FORWARD', [isForwardAccepted, markForwarded]),
    hook('filter', 'OUTPUT'),
  ];
  return all.map((one) => rendered(one, settings.chainInsertMode));
}

function hook(table: NetfilterTable, chain: string, appended: readonly FelixRule[] = []): Hook {
  return { table, chain, inserted: [toCalico(chain)], appended };
}

function toCalico(chain: string): FelixRule {
  return always(action.jump(`cali-${chain}`));
}

function rendered({ table, chain, ...rules }: Hook, mode: 'insert' | 'append'): HookState {
  const inserted = renderRules(chain, () => rules.inserted);
  const appended = renderRules(`${chain}*appends*`, () => rules.appended);
  return mode === 'insert'
    ? { table, chain, inserted, appended }
    : { table, chain, inserted: [], appended: [...inserted, ...appended] };
}
