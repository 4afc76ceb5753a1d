/**
 * What every target can do. `targets/` has one file for each.
 */

import type { ListForm } from './list-form';
import type { MatchContext } from './match';
import type { Translation, TranslationVerdict } from './nat/translation';
import type { GivenOptions, OptionTable } from './options';
import type { Hook, NetfilterPacket } from './packet';
import type { RejectWith } from './targets/reject';

export interface TargetContext extends MatchContext {
  /** Binds the packet's connection to other addresses or ports, if it is not bound yet. */
  translate(packet: NetfilterPacket, hook: Hook, translation: Translation): TranslationVerdict;
}

/** What a rule does with a packet that fits: where the walk goes on, or how it ends. */
export type Action =
  | { readonly kind: 'accept' | 'drop' | 'return' | 'continue' }
  | { readonly kind: 'jump' | 'goto'; readonly chain: string }
  | { readonly kind: 'reject'; readonly with: RejectWith }
  | {
      readonly kind: 'run';
      run(
        packet: NetfilterPacket,
        hook: Hook,
        context: TargetContext,
      ): 'continue' | 'accept' | 'drop';
    };

/** How `iptables -L` shows a target: its column, and the words at the line's end. */
interface ListedTarget {
  readonly column: string;
  readonly text: string;
}

export interface TargetModule<T> {
  /** As after `-j`; empty for user chains, whose names are anything. */
  readonly names: readonly string[];
  readonly options: OptionTable;
  /** @param name the one of `names` that was written */
  build(options: GivenOptions, name: string): T;
  /** As `iptables-save` prints it. */
  render(target: T): string;
  list(target: T, form: ListForm): ListedTarget;
  compile(target: T): Action;
}
