/** `-m mac [!] --mac-source ADDRESS` (iptables-extensions(8), "mac"; net/netfilter/xt_mac.c). */
import { formatMac, type Mac, parseMac } from '../../addr/mac';
import { parameterProblem } from '../command-error';
import type { MatchModule } from '../match';
import { negation } from '../options';

export interface MacMatch {
  readonly kind: 'mac';
  readonly source: Mac;
  readonly inverted: boolean;
}

export const mac: MatchModule<MacMatch> = {
  name: 'mac',
  options: { '--mac-source': 1 },

  build(options) {
    const { values, inverted } = options.require('--mac-source');
    const source = parseMac(values[0] ?? '');
    if (source === undefined) {
      throw parameterProblem('Invalid MAC address specified.');
    }
    return { kind: 'mac', source, inverted };
  },

  render: ({ source, inverted }) => `-m mac ${negation(inverted)}--mac-source ${formatMac(source)}`,
  list: ({ source, inverted }) => `MAC ${negation(inverted)}${formatMac(source)}`,

  compile({ source, inverted }) {
    return ({ sourceMac }) => sourceMac !== undefined && (sourceMac === source) !== inverted;
  },
};
