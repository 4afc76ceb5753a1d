/** The targets that do nothing but decide: ACCEPT, DROP and RETURN (iptables(8), "TARGETS"). */
import type { TargetModule } from '../target';

export interface AcceptTarget {
  readonly kind: 'accept';
}

export interface DropTarget {
  readonly kind: 'drop';
}

/** Back to the calling chain; in a chain of the kernel's own, to its policy. */
export interface ReturnTarget {
  readonly kind: 'return';
}

export const accept = verdict<AcceptTarget>({ kind: 'accept' }, 'ACCEPT');
export const drop = verdict<DropTarget>({ kind: 'drop' }, 'DROP');
export const returnTarget = verdict<ReturnTarget>({ kind: 'return' }, 'RETURN');

function verdict<T extends AcceptTarget | DropTarget | ReturnTarget>(
  target: T,
  name: string,
): TargetModule<T> {
  return {
    names: [name],
    options: {},
    build: () => target,
    render: () => `-j ${name}`,
    list: () => ({ column: name, text: '' }),
    compile: () => target,
  };
}
