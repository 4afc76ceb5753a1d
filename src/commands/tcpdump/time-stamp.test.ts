import { expect } from 'chai';
import { TimeStamps } from './time-stamp';

const AT_US = 1_725_570_000_000_000;
const TIMES = [AT_US, AT_US + 1_234_567, AT_US + 3_600_000_000];

function texts(style: number): readonly string[] {
  const stamps = new TimeStamps(style);
  return TIMES.map((at) => stamps.text(at));
}

describe('the time of a packet', () => {
  it('is the hour', () => {
    expect(texts(0)).to.deep.equal(['21:00:00.000000 ', '21:00:01.234567 ', '22:00:00.000000 ']);
  });

  it('is not said with -t', () => {
    expect(texts(1)).to.deep.equal(['', '', '']);
  });

  it('is counted from 1970 with -tt, and has the date with -tttt', () => {
    expect(texts(2)[1]).to.equal('1725570001.234567 ');
    expect(texts(4)[1]).to.equal('2024-09-05 21:00:01.234567 ');
  });

  it('is counted from the packet before with -ttt, from the first with -ttttt', () => {
    expect(texts(3)).to.deep.equal([' 00:00:00.000000 ', ' 00:00:01.234567 ', ' 00:59:58.765433 ']);
    expect(texts(5)).to.deep.equal([' 00:00:00.000000 ', ' 00:00:01.234567 ', ' 01:00:00.000000 ']);
  });

  it('is negative where a packet is older than what it is counted from', () => {
    const stamps = new TimeStamps(3);
    stamps.text(AT_US);
    expect(stamps.text(AT_US - 1)).to.equal('-00:00:00.000001 ');
  });
});
