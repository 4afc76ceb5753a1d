/**
 * tunl0 and vxlan.calico, read back: their settings, that they are up, and that each has its one address
 * (felix/dataplane/linux/ipip_mgr.go, vxlan_mgr.go: both look every ten seconds). What vxlan.calico knows of
 * the other nodes is looked after with the routes (felix/vxlanfdb).
 */
import { diffHostStates } from '../../../host/diff-host-states';
import { EMPTY_HOST_STATE, type HostState } from '../../../host/host-state';
import type { LinkSpec, Op } from '../../../host/op';
import type { Device } from '../../../kernel/devices/device';
import { VxlanDriver } from '../../../kernel/devices/vxlan';
import type { Netns } from '../../../kernel/netns';

type TunnelSpec = Exclude<LinkSpec, { readonly kind: 'veth' }>;

export function tunnelRepairs(host: Netns, wanted: HostState): readonly Op[] {
  const specs = wanted.links.filter((link): link is TunnelSpec => link.kind !== 'veth');
  const links = specs.flatMap((spec) => {
    const device = host.devices.get(spec.name);
    return device === undefined ? [] : [asItIs(device, spec)];
  });
  const names = new Set(specs.map(({ name }) => name));
  const addresses = links.flatMap(({ name }) => {
    const device = host.devices.get(name);
    return (device?.addresses ?? []).map(({ address, length, scope }) => {
      return { device: name, address: { address, length }, scope };
    });
  });
  const ops = diffHostStates(
    { ...EMPTY_HOST_STATE, links, addresses },
    {
      ...EMPTY_HOST_STATE,
      links: specs,
      addresses: wanted.addresses.filter(({ device }) => names.has(device)),
    },
  );
  const down = links.filter(({ name }) => host.devices.get(name)?.isUp === false);
  return [...ops, ...down.map(({ name: device }): Op => ({ kind: 'link-up', device }))];
}

/** The spec of a device as it is; what Linux does not tell of it is as it was wanted. */
function asItIs({ driver, mac, mtu }: Device, spec: TunnelSpec): TunnelSpec {
  if (spec.kind === 'ipip' || !(driver instanceof VxlanDriver)) return { ...spec, mtu };
  const { vni, port, local } = driver.options;
  return { ...spec, mac: mac ?? spec.mac, mtu, vni, port, local };
}

/** The permanent neighbours of vxlan.calico, and its forwarding entries. */
export function vxlanPeerRepairs(host: Netns, { neighbours, fdb }: HostState): readonly Op[] {
  const device = host.devices.get('vxlan.calico');
  if (device === undefined || !(device.driver instanceof VxlanDriver) || !device.isUp) return [];
  const present: HostState['neighbours'][number][] = [];
  for (const row of host.neighbours.rows()) {
    if (row.device !== device || row.state !== 'permanent' || row.mac === undefined) continue;
    present.push({ device: device.name, address: row.address, mac: row.mac });
  }
  const entries = [...device.driver.remotes].map(([mac, remote]) => {
    return { device: device.name, mac, remote };
  });
  return diffHostStates(
    { ...EMPTY_HOST_STATE, neighbours: present, fdb: entries },
    { ...EMPTY_HOST_STATE, neighbours, fdb },
  );
}
