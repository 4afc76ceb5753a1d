/**
 * /etc/hosts (hosts(5)): the only names that a host of the lab has for addresses.
 */
import { type Ipv4, parseIpv4 } from '../../addr/ipv4';

export const HOSTS_PATH = '/etc/hosts';

export class HostsFile {
  readonly #lines: readonly { readonly address: Ipv4; readonly names: readonly string[] }[];

  /** @param bytes of the file; `undefined` where there is none */
  constructor(bytes: Uint8Array | undefined) {
    const text = new TextDecoder().decode(bytes ?? new Uint8Array(0));
    this.#lines = text.split('\n').flatMap((line) => {
      const [first = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
      const address = parseIpv4(first);
      return address === undefined || names.length === 0 ? [] : [{ address, names }];
    });
  }

  /** As `gethostbyaddr`: the first name of the first line. */
  nameOf(address: Ipv4): string | undefined {
    return this.#lines.find((line) => line.address === address)?.names[0];
  }

  /** As `gethostbyname`: the addresses of every line that has the name. */
  addressesOf(name: string): readonly Ipv4[] {
    return this.#lines.filter(({ names }) => names.includes(name)).map(({ address }) => address);
  }
}
