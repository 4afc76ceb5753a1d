/**
 * What the page's address remembers, behind its `#`: pages on a disk have no other place. A bare name is
 * an anchor, as in any page: `#s-nat-outgoing-12`; else `#q=…&verdict=violated&open=s-nat-outgoing-12`.
 */

export function readAddress(): URLSearchParams {
  const hash = location.hash.slice(1);
  if (hash === '' || hash.includes('=')) return new URLSearchParams(hash);
  return new URLSearchParams({ open: decoded(hash) });
}

/** Replaces the address; nothing jumps, and going back leaves the page. */
export function writeAddress(change: (address: URLSearchParams) => void): void {
  const address = readAddress();
  change(address);
  const hash = address.toString();
  history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    // Somebody's own words, not ours.
    return hash;
  }
}
