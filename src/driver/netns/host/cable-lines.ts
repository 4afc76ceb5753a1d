/**
 * Segments and what is plugged into them, as lines of `ip -batch` (ip-link(8)) in the namespace of the
 * bridges.
 */
import { formatMac, type Mac } from '../../../addr/mac';

/** A segment. @param mtu in bytes */
export function bridgeLines(bridge: string, mtu: number): readonly string[] {
  return [
    `link add name ${bridge} mtu ${mtu} type bridge stp_state 0 forward_delay 0 mcast_snooping 0`,
    `link set dev ${bridge} up`,
  ];
}

interface Card {
  readonly namespace: string;
  readonly device: string;
  readonly mac: Mac;
  /** Bytes. */
  readonly mtu: number;
}

/** A card of a host, which is still down, and the bridge's end of its cable, which is up. */
export function cableLines(
  { bridge, port }: { readonly bridge: string; readonly port: string },
  { namespace, device, mac, mtu }: Card,
): readonly string[] {
  return [
    `link add name ${port} mtu ${mtu} type veth ` +
      `peer name ${device} address ${formatMac(mac)} mtu ${mtu} netns ${namespace}`,
    `link set dev ${port} master ${bridge} up`,
  ];
}
