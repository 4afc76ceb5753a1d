/**
 * A sysctl as a line of `sysctl -p` (sysctl.conf(5)). Devices may have dots in their names, so the path
 * is written with slashes.
 */
const OF_A_DEVICE = /^(net\.ipv[46]\.(?:conf|neigh))\.(.+)\.(\w+)$/;

export function sysctlLine(path: string, value: string): string {
  return `${sysctlFile(path)} = ${value}`;
}

/** `net/ipv4/conf/vxlan.calico/rp_filter`: the path below /proc/sys. */
export function sysctlFile(path: string): string {
  if (path.includes('/')) return path;
  const [, head, device, name] = OF_A_DEVICE.exec(path) ?? [];
  if (head === undefined) return path.replaceAll('.', '/');
  return `${head.replaceAll('.', '/')}/${device}/${name}`;
}
