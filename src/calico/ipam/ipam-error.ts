/** What IPAM refuses, in Calico's own words. */
export class IpamError extends Error {
  override readonly name = 'IpamError';
}
