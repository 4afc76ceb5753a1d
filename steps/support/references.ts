/**
 * Names as a sentence says them, before anyone asked the cluster whether they exist (see resolve.ts).
 */

/** `pod1`, `shop/pod1`, `pod1 on k8s-w1`. */
export interface PodReference {
  /** With its Kubernetes namespace: `default/pod1`. */
  readonly pod: string;
  /** The node that the sentence says it is on; asserted when the pod is looked up. */
  readonly node: string | undefined;
}

/** `calice0906292e2`, `ens5 of k8s-w1`, `eth0 of pod1`, `the cali interface of pod1`. */
export interface InterfaceReference {
  /** `undefined` for "the cali interface". */
  readonly device: string | undefined;
  readonly of: string | undefined;
}

/** `default/pod1` for `pod1`. */
export function qualified(name: string): string {
  return name.includes('/') ? name : `default/${name}`;
}

/** `pod1` for `default/pod1`: as people say it. */
export function spoken(host: string): string {
  return host.startsWith('default/') ? host.slice('default/'.length) : host;
}
