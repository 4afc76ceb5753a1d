/** Sets as texts: what ipset 7.17 printed, and what it answered to texts with mistakes. */
import { expect } from 'chai';
import type { Netns } from '../../kernel/netns';
import { type CommandResult, NO_INPUT } from '../command';
import { twoHosts } from '../testing/two-hosts';
import { ipset } from './ipset';

function ask(netns: Netns, line: string, stdin = ''): CommandResult {
  return ipset.run(line.split(' '), netns, { ...NO_INPUT, distribution: 'debian-12', stdin });
}

const SAVED = `create a hash:net family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x60017d08
add a 10.0.0.1
add a 10.1.0.0/24
create b hash:ip family inet hashsize 64 maxelem 100 bucketsize 12 initval 0x4abe8717
add b 1.2.3.4
`;

const XML = `<ipsets>
<ipset name="b">
<type>hash:ip</type>
<revision>6</revision>
<header><family>inet</family><hashsize>64</hashsize><maxelem>100</maxelem><bucketsize>12</bucketsize><initval>0x4abe8717</initval>
<memsize>256</memsize>
<references>0</references>
<numentries>1</numentries>
</header>
<members>
<member><elem>1.2.3.4</elem></member>
</members>
</ipset>
</ipsets>
`;

describe('ipset', () => {
  it('saves what it restored, in every form', () => {
    const netns = twoHosts();
    expect(ask(netns, 'restore', SAVED)).to.deep.equal({ stdout: '', stderr: '', exit: 0 });
    expect(ask(netns, 'save').stdout).to.equal(SAVED);
    expect(ask(netns, 'list -o save').stdout).to.equal(SAVED);
    expect(ask(netns, 'list b -o xml').stdout).to.equal(XML);
  });

  it('writes and reads files', () => {
    const netns = twoHosts();
    ask(netns, 'restore', SAVED);
    const { stdout, files = [] } = ask(netns, 'save -f /sets');
    expect(stdout).to.equal('');
    const [file] = files;
    expect(new TextDecoder().decode(file?.bytes)).to.equal(SAVED);
    const copy = twoHosts();
    const given = new Map(files.map(({ path, bytes }) => [path, bytes]));
    expect(ipset.reads?.(['restore', '-f', '/sets'])).to.deep.equal(['/sets']);
    ipset.run(['restore', '-f', '/sets'], copy, { ...NO_INPUT, files: given });
    expect(ask(copy, 'save').stdout).to.equal(SAVED);
  });

  const twice = 'create r hash:net\nadd r 1.0.0.0/8\nadd r 1.0.0.0/8\n';
  const refusals: readonly (readonly [text: string, said: string, exit: number])[] = [
    [twice, "Error in line 3: Element cannot be added to the set: it's already added", 1],
    [
      'create t hash:net\n# c\n\nadd t x\n',
      'Error in line 4: Syntax error: cannot parse x: resolving to IPv4 address failed',
      1,
    ],
    ['add nope 1.1.1.1\n', 'Error in line 1: The set with the given name does not exist', 1],
    [
      'foo r\n',
      "No command specified: unknown argument foo\nTry `ipset help' for more information.",
      2,
    ],
  ];
  for (const [text, said, exit] of refusals) {
    it(`refuses to restore ${JSON.stringify(text)}`, () => {
      const stderr = `ipset v7.17: ${said}\n`;
      expect(ask(twoHosts(), 'restore', text)).to.deep.equal({ stdout: '', stderr, exit });
    });
  }

  it('is content with what is there already where -exist or -! says so', () => {
    const netns = twoHosts();
    expect(ask(netns, 'restore -!', twice).exit).to.equal(0);
    expect(ask(netns, '-exist restore', twice).exit).to.equal(0);
    expect(ask(netns, 'list r').stdout).to.include('Number of entries: 1\n');
  });

  it('speaks as Ubuntu’s where nobody says otherwise', () => {
    const { stderr } = ipset.run(['list', 'nope'], twoHosts(), NO_INPUT);
    expect(stderr).to.equal('ipset v7.15: The set with the given name does not exist\n');
  });

  for (const [line, what] of [
    ['create x bitmap:port range 1-100', 'set type bitmap:port'],
    ['create x hash:net timeout 5', 'set option timeout'],
    ['create x hash:net family inet6', 'IPv6'],
    ['list -resolve', 'option -resolve'],
  ] as const) {
    it(`says that it does not model ${what}`, () => {
      const stderr = `not modelled here: ${what}\n`;
      expect(ask(twoHosts(), line)).to.deep.equal({ stdout: '', stderr, exit: 64 });
    });
  }
});
