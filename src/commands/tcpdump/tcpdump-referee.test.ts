import { expect } from 'chai';
import { ipv4 } from '../../addr/ipv4';
import { tcpConnect } from '../../kernel/programs/tcp-connect';
import { ask, needsProgram } from '../../wire/testing/referee';
import { NO_INPUT } from '../command';
import { runCommandLine } from '../testing/run-command-line';
import { twoHosts } from '../testing/two-hosts';
import { tcpdump } from './tcpdump';
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

/** Written by the simulated tcpdump while a simulated host talks, answers and complains. */
function ownCapture(): Uint8Array {
  const near = twoHosts();
  const hosts = [...near.network.hosts.values()];
  const far = hosts.find((host) => host !== near) ?? expect.fail('there is the other host');
  const started = tcpdump.start(['-i', 'any', '-w', 'x.pcap'], near, NO_INPUT);
  if (!('take' in started)) return expect.fail('it listens');
  runCommandLine('ping -c 2 -s 3000 10.0.0.2', near);
  runCommandLine('ping -c 1 10.0.0.1', near);
  runCommandLine('ping -c 1 -W 1 10.0.0.77', near);
  runCommandLine('traceroute -n 10.0.0.2', near);
  for (const mode of ['exchange', 'handshake'] as const) {
    const to = { to: ipv4('10.0.0.2'), port: 80, sourcePort: undefined, timeoutMs: 1000, mode };
    tcpConnect(near, { netns: far, port: 80 }, to);
    tcpConnect(near, undefined, { ...to, port: 81 });
  }
  started.signal('SIGTERM');
  return started.end?.files?.[0]?.bytes ?? expect.fail('it wrote a file');
}

describe('tcpdump, as a referee of tcpdump,', () => {
  it('prints what a simulated host saw as we do', function () {
    needsProgram(this, 'tcpdump');
    const file = ownCapture();
    for (const given of FLAGS) {
      // Interfaces have other names on the machine that judges.
      const plain = (text: string) =>
        text.replace(/^((?:[\d:.\- ]*)?)(\?|lo|\w+)( +)(In|Out|B) /gm, '$1');
      const words = [...given.split(' '), '-r', '{}'];
      const { stdout } = ask('tcpdump', words, file);
      expect(plain(ourAnswer(words, file).stdout), given).to.equal(plain(stdout));
    }
  }).timeout(20_000);

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
