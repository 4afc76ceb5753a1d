/**
 * What is to be done to hosts, as few batches as its order allows, for every batch is a process.
 */
import type { Op } from '../host/op';
import type { Deed } from '../observe/deed';

type DeedOf<Kind extends Deed['kind']> = Extract<Deed, { readonly kind: Kind }>;

export type Batch =
  | { readonly kind: 'hosts'; readonly hosts: readonly string[] }
  | { readonly kind: 'plugs'; readonly plugs: readonly DeedOf<'plug'>[] }
  | { readonly kind: 'ops'; readonly host: string; readonly ops: readonly Op[] }
  | {
      readonly kind: 'rules';
      readonly host: string;
      readonly lines: readonly (readonly string[])[];
    }
  | { readonly kind: 'remove'; readonly host: string }
  | { readonly kind: 'flush'; readonly host: string };

export function batchesOf(deeds: readonly Deed[]): readonly Batch[] {
  const batches: Batch[] = [];
  for (const deed of deeds) {
    const last = batches.at(-1);
    const together = last === undefined ? undefined : joined(last, deed);
    if (together === undefined) batches.push(alone(deed));
    else batches[batches.length - 1] = together;
  }
  return batches;
}

/** `undefined` where they cannot be one process. */
function joined(batch: Batch, deed: Deed): Batch | undefined {
  if (batch.kind === 'hosts' && deed.kind === 'host-add') {
    return { ...batch, hosts: [...batch.hosts, deed.host] };
  }
  if (batch.kind === 'plugs' && deed.kind === 'plug') {
    return { ...batch, plugs: [...batch.plugs, deed] };
  }
  if (batch.kind === 'ops' && deed.kind === 'op' && deed.host === batch.host) {
    return { ...batch, ops: [...batch.ops, deed.op] };
  }
  if (batch.kind === 'rules' && deed.kind === 'iptables' && deed.host === batch.host) {
    return { ...batch, lines: [...batch.lines, deed.words] };
  }
  return undefined;
}

function alone(deed: Deed): Batch {
  switch (deed.kind) {
    case 'host-add':
      return { kind: 'hosts', hosts: [deed.host] };
    case 'host-remove':
      return { kind: 'remove', host: deed.host };
    case 'plug':
      return { kind: 'plugs', plugs: [deed] };
    case 'op':
      return { kind: 'ops', host: deed.host, ops: [deed.op] };
    case 'iptables':
      return { kind: 'rules', host: deed.host, lines: [deed.words] };
    case 'conntrack-flush':
      return { kind: 'flush', host: deed.host };
  }
}
