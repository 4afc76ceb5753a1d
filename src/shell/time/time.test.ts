import { expect } from 'chai';
import { newTerminal } from '../new-terminal';
import { clusterWithPods, said, typed } from '../testing/typed';

describe('time in a shell', () => {
  it('is virtual', async () => {
    expect(await typed('date; sleep 90; date "+%F %T"; date +%s')).to.deep.equal(
      said('Thu Sep  5 21:00:00 UTC 2024\n2024-09-05 21:01:30\n1725570090\n'),
    );
  });

  it('is what variables say that change by themselves, and the dice are seeded', async () => {
    const line =
      'echo $EPOCHSECONDS; sleep 5; echo $((EPOCHSECONDS + 1)); echo $RANDOM $((RANDOM % 10))';
    const answer = await typed(line);
    expect(answer.stdout).to.match(/^1725570000\n1725570006\n\d+ \d\n$/);
    expect(await typed(line)).to.deep.equal(answer);
  });

  it('is measured by time', async () => {
    expect(await typed('time sleep 61.5')).to.deep.equal({
      stdout: '',
      stderr: '\nreal\t1m1.500s\nuser\t0m0.000s\nsys\t0m0.000s\n',
      exit: 0,
    });
  });

  it('is limited by timeout, for one command and for a script', async () => {
    expect(await typed('timeout 3 sleep 10; echo $?; date +%s')).to.deep.equal(
      said('124\n1725570003\n'),
    );
    const { exit } = await typed('timeout 3 bash -c "while :; do sleep 1; done"');
    expect(exit).to.equal(124);
  });

  it('is one for all who type at once: their lines follow each other', async () => {
    const cluster = clusterWithPods();
    const answers = await Promise.all(
      ['k8s-m', 'k8s-w1', 'default/pod1'].map((host) =>
        newTerminal(cluster, host).type('sleep 1 & sleep 2; date +%s; wait'),
      ),
    );
    expect(answers.map(({ stdout }) => stdout)).to.deep.equal([
      '1725570002\n',
      '1725570004\n',
      '1725570006\n',
    ]);
  });

  it('makes the same commands take turns in the same order', async () => {
    const line =
      'for i in 3 1 2; do (sleep $i; echo $i >> /tmp/order) & done; wait; cat /tmp/order';
    expect(await typed(line)).to.deep.equal(said('1\n2\n3\n'));
  });

  it('passes in rounds under watch', async () => {
    const title = (second: number) =>
      `Every 1.0s: date +%s                             k8s-m: Thu Sep  5 21:00:0${second} 2024\n\n`;
    expect(await typed('watch -n 1 date +%s')).to.deep.equal(
      said([0, 1, 2].map((round) => `${title(round)}172557000${round}\n`).join('')),
    );
  });
});
