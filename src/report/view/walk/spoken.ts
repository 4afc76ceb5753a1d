/** Names of hosts as people say them. */

/** `pod1` for `default/pod1`. */
export function spoken(host: string): string {
  return host.startsWith('default/') ? host.slice('default/'.length) : host;
}
