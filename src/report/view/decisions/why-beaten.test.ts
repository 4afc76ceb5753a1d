/** Why a route lost, read off two lines of `ip route`. */
import { expect } from 'chai';
import { whyBeaten } from './why-beaten';

const why = (winner: string, loser: string): string | undefined => whyBeaten(winner, loser)?.en;

describe('a route that was beaten', () => {
  it('had a shorter prefix', () => {
    expect(
      why('172.16.158.3 dev cali1 scope link', 'blackhole 172.16.158.0/24 proto bird'),
    ).to.equal('shorter prefix: /24 against /32');
    expect(why('local 10.0.0.1 dev lo table local', 'default via 10.0.0.2 dev eth0')).to.equal(
      'shorter prefix: /0 against /32',
    );
  });

  it('had a higher metric', () => {
    expect(
      why('default via 10.0.0.1 dev a metric 50', 'default via 10.0.0.2 dev b metric 100'),
    ).to.equal('higher metric: 100 against 50');
  });

  it('lost for a reason that the lines do not tell', () => {
    expect(why('default dev a', 'default dev b')).to.equal(undefined);
    expect(why('default dev a table 100', '10.0.0.0/8 dev b')).to.equal(undefined);
    expect(why('RTNETLINK answers: Network is unreachable', 'default dev b')).to.equal(undefined);
  });
});
