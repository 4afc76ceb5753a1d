/** `[!] -p PROTOCOL` (iptables(8)). */
import { parameterProblem } from '../command-error';
import { parseProtocol, protocolName } from '../ip-protocols';
import type { MatchModule } from '../match';
import { negation } from '../options';

export interface ProtocolMatch {
  readonly kind: 'protocol';
  /** IANA's number. */
  readonly protocol: number;
  readonly inverted: boolean;
}

export const protocol: MatchModule<ProtocolMatch> = {
  name: '',
  options: { '-p': 1, '--protocol': 1, '--proto': 1 },

  build(options) {
    const { values, inverted } = options.require('-p', '--protocol', '--proto');
    const [text = ''] = values;
    const number = parseProtocol(text);
    if (number === undefined) throw parameterProblem(`unknown protocol "${text}" specified`);
    if (number !== 0) return { kind: 'protocol', protocol: number, inverted };
    if (inverted) throw parameterProblem('rule would never match protocol');
    return undefined;
  },

  render: (match) => `${negation(match.inverted)}-p ${protocolName(match.protocol)}`,
  list: () => '',
  compile: ({ protocol: number, inverted }) =>
    inverted
      ? ({ packet }) => packet.protocol !== number
      : ({ packet }) => packet.protocol === number,
};
