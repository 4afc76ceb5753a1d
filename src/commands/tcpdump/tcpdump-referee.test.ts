import { expect } from 'chai';
import { ask, needsProgram } from '../../wire/testing/referee';
import { cookedFile, ethernetFile, rawFile } from './testing/captures';
import { ourAnswer } from './testing/our-answer';

const FLAGS = [
  ...['-nn', '-n -e', '-n -v', '-n -vv', '-n -vvv', '-n -q', '-n -qq', '-n -q -e', '-n -e -v'],
  ...['-n -t', '-n -tt', '-n -ttt', '-n -tttt', '-n -ttttt', '-n -S', '-n -#', '-n -l -U -p'],
  ...['-n -x', '-n -xx', '-n -X', '-n -XX', '-n -A', '-n -AA', '-n -S -vv -e -x', '-n -c 3'],
];
const FEW = ['-nn', '-n -e -vv', '-n -q -x', '-n -tttt -A', '-n -v -XX'];

const FILES = [
  ['of an Ethernet device', ethernetFile(), FLAGS],
  ['of a device without a link layer', rawFile(), FLAGS],
  ['of all devices', cookedFile(), FLAGS],
  ['with 68 bytes of each frame', ethernetFile({ snapLength: 68 }), FEW],
  ['with 40 bytes of each frame', ethernetFile({ snapLength: 40 }), FEW],
  ['with 30 bytes of each packet', rawFile({ snapLength: 30 }), FEW],
  ['with hardly anything', cookedFile({ snapLength: 12 }), FEW],
  ['with wrong bytes', ethernetFile({ isSpoilt: true }), FEW],
] as const;

describe('tcpdump, as a referee of tcpdump,', () => {
  for (const [what, file, flags] of FILES) {
    it(`prints captures ${what} as we do`, function () {
      needsProgram(this, 'tcpdump');
      for (const given of flags) {
        const words = [...given.split(' '), '-r', '{}'];
        expect(ourAnswer(words, file), given).to.deep.equal(ask('tcpdump', words, file));
      }
    }).timeout(20_000);
  }
});
