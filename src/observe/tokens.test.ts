import { expect } from 'chai';
import { normaliseScenario } from './scenario';
import { Tokens } from './tokens';

describe('the names of random numbers', () => {
  it('count up from the first that is seen', () => {
    const tokens = new Tokens(normaliseScenario({}));
    expect([tokens.icmpId(7), tokens.icmpId(9), tokens.icmpId(7)]).to.deep.equal([
      'id1',
      'id2',
      'id1',
    ]);
    expect(tokens.port(7)).to.equal('port1');
  });

  it('are kept apart by the sender of a tunnel', () => {
    const tokens = new Tokens(normaliseScenario({}));
    const seen = [tokens.vxlanPort('10.0.0.1', 5), tokens.vxlanPort('10.0.0.2', 5)];
    expect(seen).to.deep.equal(['vxsport@10.0.0.1#1', 'vxsport@10.0.0.2#1']);
  });

  it('are not given to what the scenario chose', () => {
    const tokens = new Tokens(
      normaliseScenario({
        services: { web: { ip: '10.96.0.1', port: 80, backends: [] } },
        actions: [
          { do: 'ping', from: 'pod1', to: 'pod2', icmpId: 77 },
          { do: 'udp', from: 'pod1', to: 'pod2', port: 53, flows: [{ sport: 4000 }] },
          { do: 'traceroute', from: 'pod1', to: 'pod2' },
        ],
      }),
    );
    const ports = [4789, 80, 53, 4000, 33434, 33533, 33534].map((port) => tokens.port(port));
    expect([tokens.icmpId(77), ...ports]).to.deep.equal([
      77,
      4789,
      80,
      53,
      4000,
      33434,
      33533,
      'port1',
    ]);
  });
});
