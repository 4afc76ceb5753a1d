/**
 * Lines that would go on for ever, or grow for ever: each is stopped in time, and the lab goes on. They
 * are stopped in this process: by counts, and by a clock that is looked at between commands.
 */
import { expect } from 'chai';
import { pingIn } from '../cluster/testing/labs';
import { newTerminal } from './new-terminal';
import { clusterWithPods, said } from './testing/typed';

const STOPPED_MS = 2000;

const HOSTILE = [
  'while :; do :; done',
  'while true; do sleep 1e9; done',
  'sleep 1e12',
  'until false; do sleep 0.001; done',
  ':(){ :|:& };:',
  'while :; do (echo) & done',
  'while :; do sleep 100 & done',
  'for i in $(seq 60); do while :; do :; done & done',
  'for i in $(seq 60); do while :; do sleep 0.01; done & done; sleep 100',
  'seq 1 999999999',
  'a=(); while :; do a+=(x); done',
  'x=a; while :; do x=$x$x; done',
  'f() { f; }; f',
  'f() { f | f; }; f',
  'while :; do bash -c "while :; do :; done"; done',
  "kubectl exec pod1 -- bash -c 'while :; do :; done'",
  'while :; do ping -c 1 192.168.20.100; done',
  'while :; do ip route > /dev/null; done',
  'echo {1..99999999}',
  'printf %999999999d 1',
  'awk "BEGIN { while (1) {} }"',
  'sed ":a;s/x*/xx/;ba" <<< x',
  'yes() { echo y; yes; }; yes | head -1000000',
  `cat <<EOF\n${'0123456789\n'.repeat(1_000_000)}EOF`,
];

describe('a hostile line', () => {
  for (const line of HOSTILE) {
    it(`is stopped: ${line.split('\n')[0]}`, async () => {
      const cluster = clusterWithPods();
      const terminal = newTerminal(cluster, 'k8s-m');
      const began = performance.now();
      const { exit, stderr } = await terminal.type(line);
      expect(performance.now() - began).to.be.below(STOPPED_MS);
      expect([124, 126]).to.include(exit);
      expect(stderr).to.match(/^calicumber: stopped: .*\n$/m);
      expect([terminal.isClosed, terminal.isComplete]).to.deep.equal([false, true]);
      expect(await terminal.type('jobs; hostname')).to.deep.equal(said('k8s-m\n'));
      expect(pingIn(cluster, 'default/pod1', '172.16.184.1').received).to.equal(1);
    });
  }

  it('is harmless where it only looks so: a regular expression that backtracks', async () => {
    const line = `[[ ${'a'.repeat(60)}! =~ ^(a+)+$ ]]; echo ${'a'.repeat(60)}! | grep -cE '(a+)+$'`;
    const { stdout, exit } = await newTerminal(clusterWithPods(), 'k8s-m').type(line);
    expect([stdout, exit]).to.deep.equal(['0\n', 1]);
  });
});
