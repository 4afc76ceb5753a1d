/**
 * Devices and their addresses as the driver shows them, from `ip -j -d address` (iproute2, ip/ipaddress.c).
 */
import { ipv4 } from '../../../addr/ipv4';
import { parseMac } from '../../../addr/mac';
import type { Link } from '../../driver';

/** A row as `ip` writes it. */
interface LinkRow {
  readonly ifname?: string;
  readonly flags?: readonly string[];
  readonly mtu?: number;
  readonly link_type?: string;
  readonly address?: string;
  readonly linkinfo?: { readonly info_kind?: string };
  readonly addr_info?: readonly {
    readonly family?: string;
    readonly local?: string;
    readonly prefixlen?: number;
  }[];
}

/** @param isCard whether a veth of that name is a machine's network card, which joins it to a bridge */
export function readLinks(json: string, isCard: (name: string) => boolean): readonly Link[] {
  const rows: readonly LinkRow[] = json.trim() === '' ? [] : JSON.parse(json);
  return rows.flatMap((row): Link[] => {
    const { ifname: name, mtu = 0, flags = [], address } = row;
    if (name === undefined) return [];
    const kind = kindOf(row, isCard(name));
    const hasMac = kind !== 'ipip' && address !== undefined;
    return [
      {
        name,
        kind,
        mac: hasMac ? parseMac(address) : undefined,
        mtu,
        isUp: flags.includes('UP'),
        addresses: addressesOf(row),
      },
    ];
  });
}

/** A TUN device is the stand-in for IPIP: nobody else makes one. */
function kindOf({ link_type, linkinfo }: LinkRow, isCard: boolean): Link['kind'] {
  if (link_type === 'loopback') return 'loopback';
  switch (linkinfo?.info_kind) {
    case 'ipip':
    case 'tun':
      return 'ipip';
    case 'vxlan':
      return 'vxlan';
    default:
      return isCard ? 'nic' : 'veth';
  }
}

function addressesOf({ addr_info = [] }: LinkRow): Link['addresses'] {
  return addr_info.flatMap(({ family, local, prefixlen }) => {
    if (family !== 'inet' || local === undefined || prefixlen === undefined) return [];
    return [{ address: ipv4(local), length: prefixlen }];
  });
}
