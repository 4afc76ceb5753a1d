import { expect } from 'chai';
import type { Netns } from '../../kernel/netns';
import { nodeWithPods } from '../../kernel/testing/node-with-pods';
import { type CommandResult, NO_INPUT, type Process } from '../command';
import { runCommandLine } from '../testing/run-command-line';
import { twoHosts } from '../testing/two-hosts';
import { ping } from './ping';

const HEAD = 'PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.\n';

function answer(sequence: number): RegExp {
  return new RegExp(`^64 bytes from 10\\.0\\.0\\.2: icmp_seq=${sequence} ttl=64 time=\\S+ ms\\n$`);
}

function start(netns: Netns, ...words: readonly string[]): Process {
  const started: Process | CommandResult = ping.start(words, netns, NO_INPUT);
  if ('take' in started) return started;
  throw new Error(started.stderr);
}

function wait({ network }: Netns, ms: number): void {
  network.scheduler.runUntil(network.nowUs + ms * 1000);
}

describe('ping while it runs', () => {
  it('prints each line when its packet comes, and the statistics on Ctrl-C', () => {
    const netns = twoHosts();
    const process = start(netns, '10.0.0.2');
    expect(process.take()).to.deep.equal({ stdout: HEAD, stderr: '' });
    wait(netns, 500);
    expect(process.take().stdout).to.match(answer(1));
    wait(netns, 1000);
    expect(process.take().stdout).to.match(answer(2));
    expect(process.take().stdout).to.equal('');
    process.signal('SIGINT');
    expect(process.take().stdout).to.match(
      /^\n--- 10\.0\.0\.2 ping statistics ---\n2 packets transmitted, 2 received, 0% packet loss, time 1000ms\nrtt .*\n$/,
    );
    expect(process.end).to.deep.equal({ exit: 0 });
  });

  it('says nothing more when it is killed, and sends nothing more', () => {
    const netns = twoHosts();
    const process = start(netns, '10.0.0.2');
    process.signal('SIGTERM');
    const { length } = netns.network.frames;
    wait(netns, 3000);
    expect(process.take()).to.deep.equal({ stdout: HEAD, stderr: '' });
    expect(process.end).to.deep.equal({ exit: 143 });
    expect(
      netns.network.frames.slice(length).filter(({ direction }) => direction === 'out'),
    ).to.have.length.below(4);
  });

  it('is interrupted after the fifth answer where nobody counts', () => {
    const { stdout, exit } = runCommandLine('ping 10.0.0.2', twoHosts());
    expect(exit).to.equal(0);
    expect(stdout).to.contain('5 packets transmitted, 5 received, 0% packet loss, time 4000ms');
  });

  it('ends at its deadline, and at the first error before it', () => {
    const netns = twoHosts();
    expect(runCommandLine('ping -w 3 10.0.0.2', netns).stdout).to.contain('3 packets transmitted');
    const { stdout, exit } = runCommandLine('ping -w 60 10.0.0.9', netns);
    expect(stdout).to.contain('From 10.0.0.1 icmp_seq=1 Destination Host Unreachable');
    expect(exit).to.equal(1);
  });

  it('names whoever is overdue, and the time of every line', () => {
    const { stdout } = runCommandLine('ping -O -D -c 2 -W 1 10.0.0.9', twoHosts());
    expect(stdout).to.match(/^PING .*\n\[\d+\.\d{6}\] no answer yet for icmp_seq=1\n/);
  });

  it('knows the hosts of the lab by name', () => {
    const { node, pod1 } = nodeWithPods();
    const { stdout } = runCommandLine('ping -c 1 pod1', node);
    expect(stdout).to.match(
      /^PING pod1 \(172\.16\.158\.1\) 56\(84\) bytes of data\.\n64 bytes from pod1 \(172\.16\.158\.1\): /,
    );
    expect(stdout).to.contain('--- pod1 ping statistics ---');
    expect(runCommandLine('ping -c 1 elsewhere', pod1).stderr).to.equal(
      'ping: elsewhere: Name or service not known\n',
    );
  });

  it('says what it cannot do', () => {
    expect(runCommandLine('ping -R 10.0.0.2', twoHosts())).to.deep.equal({
      stdout: '',
      stderr: 'not modelled here: ping -R\n',
      exit: 64,
    });
  });
});
