/**
 * An IPv4 header as named fields (RFC 791, section 3.1); of a packet's own, and of one that is quoted.
 */
import { formatIpv4 } from '../addr/ipv4';
import type { Ipv4Fields } from '../wire/ipv4-header';
import { hexOf } from './hex';

export type Fields = Record<string, string>;

/**
 * @param length of header and payload, in bytes, as the header says
 * @param prefix `quoted.`
 */
export function headerFields(header: Ipv4Fields, length: number, prefix: string): Fields {
  return {
    [`${prefix}ip.source`]: formatIpv4(header.source),
    [`${prefix}ip.destination`]: formatIpv4(header.destination),
    [`${prefix}ip.ttl`]: String(header.ttl),
    [`${prefix}ip.tos`]: String(header.tos),
    [`${prefix}ip.length`]: String(length),
    [`${prefix}ip.protocol`]: String(header.protocol),
    [`${prefix}ip.df`]: String(header.dontFragment),
    [`${prefix}ip.mf`]: String(header.moreFragments),
    [`${prefix}ip.offset`]: String(header.fragmentOffset),
    [`${prefix}ip.options`]: hexOf(header.options),
    [`${prefix}ip.id`]: String(header.id),
  };
}
