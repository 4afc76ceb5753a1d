/**
 * Names as an argument writes them, in English and in Korean order, with their places.
 */
import type { Stretch, WrittenArgument } from '../../../steps/support/read-step';
import { qualified, spoken } from '../../../steps/support/references';

/** `pod1 on k8s-w1`, `k8s-w1의 pod1`. */
export function podIn({ groups }: WrittenArgument): {
  readonly pod: Stretch | undefined;
  readonly node: Stretch | undefined;
} {
  const [pod, node, nodeFirst, podThen] = groups;
  return { pod: pod ?? podThen, node: node ?? nodeFirst };
}

export interface WrittenInterface {
  /** `undefined` for "the cali interface", of which the name is a hash. */
  readonly device: Stretch | undefined;
  readonly owner: Stretch | undefined;
}

/** `ens5 of k8s-w1`, `k8s-w1의 ens5`, `the cali interface of pod1`. */
export function interfaceIn({ groups }: WrittenArgument): WrittenInterface {
  const [device, of, ofFirst, deviceThen] = groups;
  const name = device ?? deviceThen;
  // Only what is no name has a blank in it.
  return { device: name?.text.includes(' ') ? undefined : name, owner: of ?? ofFirst };
}

/** As sentences say it: `pod1` for `default/pod1`. */
export function plainName(text: string): string {
  return text.includes('/') ? spoken(qualified(text)) : text;
}

/** The pod, node or host that an argument names. */
export function hostIn(argument: WrittenArgument): string {
  const { pod } = argument.kind === 'pod' ? podIn(argument) : { pod: argument };
  return plainName(pod?.text ?? argument.text);
}
