import { expect } from 'chai';
import { mssOption, tcpMss } from './tcp-options';
import { bytes } from './testing/hex';
import { segment } from './testing/sample-frames';

const mssOf = (options: Uint8Array) => {
  const { payload } = segment({ options });
  return payload.kind === 'tcp' ? tcpMss(payload.options) : expect.fail('a segment is TCP');
};

describe('the MSS option', () => {
  it('reads back', () => {
    expect(mssOf(mssOption(1460))).to.equal(1460);
  });

  it('is found among the options that Linux sends', () => {
    expect(mssOf(bytes('0402080a 00000001 00000000 01030307 020405b4'))).to.equal(1460);
  });

  it('is not found where there is none, nor after the end of the list or a broken option', () => {
    for (const text of ['', '01010101', '00000000 020405b4', '08000000 020405b4', '01010102']) {
      expect(mssOf(bytes(text))).to.equal(undefined);
    }
  });
});
