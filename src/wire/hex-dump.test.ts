import { expect } from 'chai';
import { asciiDump, hexAndAsciiDump, hexDump } from './hex-dump';

const bytes = Uint8Array.from('GET / HTTP/1.0\r\nA:\tb\r\n\u0000', (letter) =>
  letter.charCodeAt(0),
);

describe('bytes as text', () => {
  it('are sixteen in a line, in pairs, behind their offset', () => {
    expect(hexDump(bytes)).to.equal(
      '\n\t0x0000:  4745 5420 2f20 4854 5450 2f31 2e30 0d0a\n\t0x0010:  413a 0962 0d0a 00',
    );
  });

  it('have their letters beside them', () => {
    expect(hexAndAsciiDump(bytes)).to.equal(
      '\n\t0x0000:  4745 5420 2f20 4854 5450 2f31 2e30 0d0a  GET./.HTTP/1.0..' +
        '\n\t0x0010:  413a 0962 0d0a 00                        A:.b...',
    );
  });

  it('are letters alone, with blanks and line ends as they are', () => {
    expect(asciiDump(bytes)).to.equal('\nGET / HTTP/1.0\nA:\tb\n.');
  });
});
