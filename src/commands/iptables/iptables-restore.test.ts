/** What iptables-restore 1.8.9 answered to these texts, given one after the other. */
import { expect } from 'chai';
import type { Netns } from '../../kernel/netns';
import { type CommandResult, type Distribution, NO_INPUT } from '../command';
import { twoHosts } from '../testing/two-hosts';
import { iptables } from './iptables';
import { iptablesRestore } from './iptables-restore';

const DEBIAN: Distribution = 'debian-12';

function restore(netns: Netns, options: readonly string[], text: string): CommandResult {
  return iptablesRestore.run(options, netns, { ...NO_INPUT, distribution: DEBIAN, stdin: text });
}

/** `iptables -S`, with counters where `-v` is asked for. */
function rulesOf(netns: Netns, ...options: readonly string[]): readonly string[] {
  const input = { ...NO_INPUT, distribution: DEBIAN };
  return iptables
    .run(['-S', ...options], netns, input)
    .stdout.split('\n')
    .slice(0, -1);
}

const POLICIES = ['-P INPUT ACCEPT', '-P FORWARD ACCEPT', '-P OUTPUT ACCEPT'];

describe('iptables-restore', () => {
  it('replaces a table, or with -n only the chains that the text names', () => {
    const netns = twoHosts();
    restore(netns, [], '*filter\n:INPUT DROP [5:6]\n:x - [0:0]\n-A x -j DROP\nCOMMIT\n');
    restore(netns, ['-n'], '*filter\n:y - -\n-A y -j ACCEPT\n-I INPUT -j y\nCOMMIT\n');
    const all = [
      '-P INPUT DROP',
      ...POLICIES.slice(1),
      '-N x',
      '-N y',
      '-A INPUT -j y',
      '-A x -j DROP',
      '-A y -j ACCEPT',
    ];
    expect(rulesOf(netns)).to.deep.equal(all);
    restore(netns, ['--noflush'], '*filter\n:x - [0:0]\nCOMMIT');
    expect(rulesOf(netns)).to.deep.equal(all.filter((line) => line !== '-A x -j DROP'));
    restore(netns, [], '*filter\n:INPUT ACCEPT [0:0]\nCOMMIT\n');
    expect(rulesOf(netns)).to.deep.equal(POLICIES);
  });

  it('takes counters with -c only', () => {
    const text = '*filter\n:INPUT ACCEPT [5:6]\n[1:2] -A INPUT -j ACCEPT\nCOMMIT\n';
    const netns = twoHosts();
    restore(netns, [], text);
    expect(rulesOf(netns, 'INPUT', '-v')).to.deep.equal([
      '-P INPUT ACCEPT -c 0 0',
      '-A INPUT -c 0 0 -j ACCEPT',
    ]);
    restore(netns, ['-c'], text);
    expect(rulesOf(netns, 'INPUT', '-v')).to.deep.equal([
      '-P INPUT ACCEPT -c 5 6',
      '-A INPUT -c 1 2 -j ACCEPT',
    ]);
  });

  it('changes nothing with --test, nor in other tables than that of -T', () => {
    const netns = twoHosts();
    restore(netns, ['-t'], '*filter\n:y - [0:0]\nCOMMIT\n');
    restore(netns, ['-T', 'nat'], '*filter\n:y - [0:0]\nCOMMIT\n*nat\n:q - [0:0]\nCOMMIT\n');
    expect(rulesOf(netns)).to.deep.equal(POLICIES);
    expect(rulesOf(netns, '-t', 'nat')).to.include('-N q');
  });

  it('tells with -v what it does', () => {
    const netns = twoHosts();
    restore(netns, [], '*filter\n:Z - [0:0]\nCOMMIT\n');
    const text = '# x\n*filter\n:Y - [0:0]\n-A Y -j ACCEPT\nCOMMIT\n# y\n\n';
    expect(restore(netns, ['-v'], text).stdout.split('\n')).to.deep.equal([
      '# x',
      "Flushing chain `INPUT'",
      "Flushing chain `FORWARD'",
      "Flushing chain `OUTPUT'",
      "Flushing chain `Z'",
      "Deleting chain `Z'",
      'ACCEPT  all opt -- in * out *  0.0.0.0/0  -> 0.0.0.0/0  ',
      '# y',
      '',
    ]);
  });

  const HELP = "Try `iptables-restore -h' or 'iptables-restore --help' for more information.";
  const NAME = 'iptables-restore v1.8.9 (nf_tables)';
  const refusals: readonly (readonly [text: string, said: readonly string[], exit: number])[] = [
    [
      '*filter\n:INPUT\nCOMMIT\n',
      [`${NAME}: iptables-restore: line 2 policy invalid`, 'Error occurred at line: 2', HELP],
      2,
    ],
    [
      '*filter\n:INPUT FOO [0:0]\nCOMMIT\n',
      ['iptables-restore: line 2 failed: Bad policy name.'],
      1,
    ],
    [
      '*filter\n-A nope -j ACCEPT\nCOMMIT\n',
      ['iptables-restore: line 2 failed: No chain/target/match by that name.'],
      1,
    ],
    [
      '*filter\n:foo - [0:0]\n-A foo --zz\nCOMMIT\n',
      [`${NAME}: unknown option "--zz"`, 'Error occurred at line: 3', HELP],
      2,
    ],
    [
      '*filter\n:foo - [0:0]\n-A foo -j ACCEPT\n',
      ['iptables-restore: COMMIT expected at line 4'],
      1,
    ],
    ['xyz\n', ['iptables-restore: line 1 failed'], 1],
    ['*filter\nxyz\nCOMMIT\n', ["Bad argument `xyz'", 'Error occurred at line: 2', HELP], 2],
    [
      '*nope\nCOMMIT\n',
      [
        `${NAME}: iptables-restore: line 1 table name 'nope' invalid`,
        'Error occurred at line: 1',
        HELP,
      ],
      2,
    ],
    [
      '*filter\n-A INPUT -t nat -j ACCEPT\nCOMMIT\n',
      [
        `${NAME}: The -t option cannot be used in iptables-restore.`,
        '',
        'Error occurred at line: 2',
        HELP,
      ],
      2,
    ],
    [
      '*filter\n:W3 - [0:0]\n-A W3 -j MASQUERADE\nCOMMIT\n',
      [`${NAME}: `, 'line 3: RULE_APPEND failed (Invalid argument): rule in chain W3'],
      4,
    ],
  ];
  for (const [text, said, exit] of refusals) {
    it(`refuses ${JSON.stringify(text)}, and all that came before it in the table`, () => {
      const netns = twoHosts();
      const stderr = said.map((line) => `${line}\n`).join('');
      expect(restore(netns, ['-n'], text)).to.deep.equal({ stdout: '', stderr, exit });
      expect(rulesOf(netns)).to.deep.equal(POLICIES);
    });
  }

  it('notices at its own line what leads nowhere; the real one does so at the COMMIT', () => {
    const text = '*filter\n:foo - [0:0]\n-A foo -j bar\nCOMMIT\n';
    const { stderr, exit } = restore(twoHosts(), [], text);
    expect(stderr).to.equal(
      `${NAME}: Chain 'bar' does not exist\nError occurred at line: 3\n${HELP}\n`,
    );
    expect(exit).to.equal(2);
  });

  it('reads a file, and says where there is none', () => {
    const netns = twoHosts();
    const bytes = new TextEncoder().encode('*filter\n:f - [0:0]\nCOMMIT\n');
    const input = { ...NO_INPUT, files: new Map([['/rules', bytes]]) };
    expect(iptablesRestore.reads?.(['-n', '/rules'])).to.deep.equal(['/rules']);
    expect(iptablesRestore.run(['-n', '/rules'], netns, input).exit).to.equal(0);
    expect(rulesOf(netns)).to.include('-N f');
    expect(iptablesRestore.run(['/nope'], netns, input)).to.deep.equal({
      stdout: '',
      stderr: "Can't open /nope: No such file or directory\n",
      exit: 1,
    });
  });
});
