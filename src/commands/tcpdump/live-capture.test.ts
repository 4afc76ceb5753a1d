/**
 * What the real tcpdump 4.99.3 printed on a real Linux while somebody there sent one ping, and what
 * the simulated one prints while the same happens.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Netns } from '../../kernel/netns';
import { readCapture } from '../../wire/capture/read-capture';
import { type CommandResult, NO_INPUT } from '../command';
import { splitCommandLine } from '../split-command-line';
import { runCommandLine } from '../testing/run-command-line';
import { parseTranscript, renderAnswer } from '../testing/transcript';
import { twoHosts } from '../testing/two-hosts';
import { tcpdump } from './tcpdump';

const recording = readFileSync(join(__dirname, 'live-capture.recording'), 'utf8');

/** Starts a capture, does something beside it, and presses Ctrl-C where it goes on. */
function captured(words: readonly string[], netns: Netns, beside: string): CommandResult {
  const input = { ...NO_INPUT, distribution: 'debian-12' } as const;
  const started = tcpdump.start(words, netns, input);
  if (!('take' in started)) return started;
  runCommandLine(beside, netns);
  if (started.end === undefined) started.signal('SIGINT');
  const { stdout, stderr } = started.take();
  return { stdout, stderr, exit: started.end?.exit ?? -1, files: started.end?.files ?? [] };
}

/** Times, and the numbers that are drawn. */
function withoutChance(text: string): string {
  return text.replace(/\d\d:\d\d:\d\d\.\d{6}/g, 'TIME').replace(/\bid \d+/g, 'id N');
}

describe('tcpdump on a simulated host', () => {
  for (const { command, answer } of parseTranscript(recording)) {
    it(`answers as recorded: ${command}`, () => {
      const [beside = '', line = ''] = command.split(' & tcpdump ');
      const result = captured(splitCommandLine(line), twoHosts(), beside);
      expect(withoutChance(renderAnswer(result))).to.equal(withoutChance(answer));
    });
  }

  it('writes what it captured, with the time of the clock on the wall', () => {
    const netns = twoHosts();
    const { files } = captured(['-i', 'any', '-w', 'x.pcap', 'arp'], netns, 'ping -c 1 10.0.0.2');
    const [file] = files ?? [];
    const { interfaces, frames } = readCapture(file?.bytes ?? new Uint8Array(0), 'any');
    expect(file?.path).to.equal('x.pcap');
    expect(interfaces).to.deep.equal([{ name: 'any', linkType: 276 }]);
    expect(frames.map(({ atUs, bytes }) => [atUs, bytes.length])).to.deep.equal([
      [1_725_570_000_000_000, 48],
      [1_725_570_000_000_008, 48],
    ]);
  });

  it('reads what comes by the pipe', () => {
    const netns = twoHosts();
    const words = ['-i', 'eth0', '-w', 'x.pcap', 'icmp'];
    const { files } = captured(words, netns, 'ping -c 1 10.0.0.2');
    const piped = new Map([['/dev/stdin', files?.[0]?.bytes ?? new Uint8Array(0)]]);
    const answer = tcpdump.start(['-r', '-', '--count'], netns, { ...NO_INPUT, files: piped });
    expect(answer).to.deep.equal({
      stdout: '2 packets\n',
      stderr: 'reading from file -, link-type EN10MB (Ethernet), snapshot length 262144\n',
      exit: 0,
    });
    expect(tcpdump.reads?.(['-nr', '-'])).to.deep.equal(['/etc/hosts', '/dev/stdin']);
  });

  it('ends at its last packet, and sees nothing of what comes later', () => {
    const netns = twoHosts();
    const started = tcpdump.start(['-i', 'eth0', '-c', '1'], netns, NO_INPUT);
    if (!('take' in started)) return expect.fail('it listens');
    runCommandLine('ping -c 1 10.0.0.2', netns);
    expect(started.end).to.deep.equal({ exit: 0, files: [] });
    const { stdout } = started.take();
    expect(stdout.split('\n')).to.have.length(2);
    started.signal('SIGINT');
    expect(started.take()).to.deep.equal({ stdout: '', stderr: '' });
  });

  it('says nothing at its end where it was killed', () => {
    const started = tcpdump.start(['-i', 'eth0'], twoHosts(), NO_INPUT);
    if (!('take' in started)) return expect.fail('it listens');
    started.take();
    started.signal('SIGKILL');
    expect(started.end?.exit).to.equal(137);
    expect(started.take()).to.deep.equal({ stdout: '', stderr: '' });
  });

  it('says names instead of numbers where it is not told otherwise', () => {
    const hosts = new TextEncoder().encode('127.0.0.1 localhost\n10.0.0.2 far.lab far # there\n');
    const netns = twoHosts();
    const input = { ...NO_INPUT, files: new Map([['/etc/hosts', hosts]]) };
    const words = ['-t', '-c', '1', '-i', 'eth0', 'src', 'far', 'and', 'icmp'];
    const started = tcpdump.start(words, netns, input);
    if (!('take' in started)) return expect.fail('it listens');
    runCommandLine('ping -c 1 10.0.0.2', netns);
    expect(started.take().stdout).to.match(/^IP far\.lab > 10\.0\.0\.1: ICMP echo reply, id \d+/);
  });

  it('takes its filter from a file', () => {
    const netns = twoHosts();
    const filter = new TextEncoder().encode('icmp # and nothing else\n  and src 10.0.0.2\n');
    const input = { ...NO_INPUT, files: new Map([['f', filter]]) };
    const started = tcpdump.start(['-tn', '-i', 'eth0', '-c', '1', '-F', 'f', 'arp'], netns, input);
    if (!('take' in started)) return expect.fail('it listens');
    runCommandLine('ping -c 1 10.0.0.2', netns);
    expect(started.take().stdout).to.contain('10.0.0.2 > 10.0.0.1: ICMP echo reply');
    expect(captured(['-F', 'g', '-i', 'eth0'], netns, '').stderr).to.equal(
      "tcpdump: can't open g: No such file or directory\n",
    );
  });

  it('does not listen on a device that is down', () => {
    const netns = twoHosts();
    runCommandLine('ip link set eth0 down', netns);
    expect(captured(['-i', 'eth0'], netns, '')).to.deep.equal({
      stdout: '',
      stderr: 'tcpdump: eth0: That device is not up\n',
      exit: 1,
    });
    const { stdout } = captured(['-D'], netns, '');
    expect(stdout.split('\n')[0]).to.contain('1.any');
    expect(stdout.split('\n')[7]).to.equal('8.eth0 [none, Disconnected]');
  });

  it('says which options are not modelled', () => {
    expect(captured(['-C', '1'], twoHosts(), '')).to.deep.equal({
      stdout: '',
      stderr: 'not modelled here: tcpdump -C\n',
      exit: 64,
    });
  });
});
