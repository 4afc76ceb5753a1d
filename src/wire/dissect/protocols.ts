/**
 * The protocols that can be taken apart, by what the header before them calls them: a new one is a
 * file and a line here.
 */
import { LINKTYPE_ETHERNET, LINKTYPE_IPV4, LINKTYPE_RAW } from '../capture/capture';
import { ETHERTYPE_ARP, ETHERTYPE_IPV4 } from '../ethernet';
import { PROTOCOL_ICMP, PROTOCOL_IPIP, PROTOCOL_TCP, PROTOCOL_UDP } from '../ipv4';
import { VXLAN_PORT } from '../vxlan';
import { dissectArp } from './arp';
import { dissectEcho, ECHO_PORT } from './echo';
import { dissectEthernet } from './ethernet';
import { dissectIcmp } from './icmp';
import { dissectIpv4 } from './ipv4';
import { dissectRaw } from './raw';
import type { Protocols } from './reader';
import { dissectTcp } from './tcp';
import { dissectUdp } from './udp';
import { dissectVxlan } from './vxlan';

export const PROTOCOLS: Protocols = {
  linkTypes: {
    [LINKTYPE_ETHERNET]: (reader) => dissectEthernet(reader, true),
    [LINKTYPE_RAW]: dissectRaw,
    [LINKTYPE_IPV4]: dissectIpv4,
  },
  etherTypes: {
    [ETHERTYPE_IPV4]: dissectIpv4,
    [ETHERTYPE_ARP]: dissectArp,
  },
  ipProtocols: {
    [PROTOCOL_ICMP]: dissectIcmp,
    [PROTOCOL_IPIP]: dissectIpv4,
    [PROTOCOL_TCP]: dissectTcp,
    [PROTOCOL_UDP]: dissectUdp,
  },
  tcpPorts: { [ECHO_PORT]: dissectEcho },
  udpPorts: { [ECHO_PORT]: dissectEcho, [VXLAN_PORT]: dissectVxlan },
};
