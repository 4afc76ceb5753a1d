/**
 * Pings with options.
 */
import { expect } from 'chai';
import { ipv4 } from '../../src/addr/ipv4';
import type { Table } from './catalogue';
import { pingStimulus, pingWith } from './stimuli';

const TO = ipv4('172.16.158.2');

function table(options: Readonly<Record<string, string>>): Table {
  return { raw: () => Object.entries(options), hashes: () => [], rowsHash: () => options };
}

describe('a ping with options', () => {
  it('is the plain ping but for what the table says', () => {
    const options = {
      count: '3',
      size: '1472',
      ttl: '2',
      df: 'do',
      id: '77',
      'timeout ms': '4000',
    };
    expect(pingWith('default/pod1', TO, table(options))).to.deep.equal({
      ...pingStimulus('default/pod1', TO),
      count: 3,
      size: 1472,
      ttl: 2,
      df: 'do',
      icmpId: 77,
      timeoutMs: 4000,
    });
  });

  it('refuses options and values that ping does not have', () => {
    const ping = (options: Readonly<Record<string, string>>) => () =>
      pingWith('default/pod1', TO, table(options));
    expect(ping({ cuont: '3' })).to.throw('ping has no option cuont');
    expect(ping({ count: 'many' })).to.throw('many is no count of a ping');
    expect(ping({ df: 'yes' })).to.throw('yes is no df of a ping');
  });
});
