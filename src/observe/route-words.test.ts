import { expect } from 'chai';
import { formatRoute } from '../host/format-route';
import { parseRouteWords } from './route-words';
import { ScenarioError } from './scenario';

describe('the words of a route', () => {
  const same = [
    'default via 192.168.10.1 dev ens5',
    'blackhole 172.16.158.0/24 proto bird',
    '172.16.184.0/24 via 192.168.10.102 dev tunl0 proto bird onlink',
    '8.8.8.8 via 192.168.10.10 dev ens5 src 192.168.10.101 metric 50',
    '172.16.158.1 dev calice0906292e2 scope link',
    'unreachable 10.9.9.0/24',
  ];
  for (const text of same) {
    it(`are read and printed alike: ${text}`, () => {
      expect(formatRoute(parseRouteWords(text))).to.equal(text);
    });
  }

  it('put a route without a gateway on the link', () => {
    expect(parseRouteWords('169.254.1.1 dev eth0').scope).to.equal('link');
  });

  it('are refused where one is unknown', () => {
    expect(() => parseRouteWords('default via 10.0.0.1 advmss 1300')).to.throw(
      ScenarioError,
      'advmss',
    );
    expect(() => parseRouteWords('everywhere')).to.throw(ScenarioError, 'everywhere');
  });
});
