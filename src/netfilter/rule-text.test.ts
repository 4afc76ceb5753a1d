/**
 * Rules as iptables-legacy 1.8.9 reads and prints them: every line below was given to it, and is what
 * it answered.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { CommandError } from './command-error';
import { listRule } from './list-rule';
import { parseRule } from './parse-rule';
import { renderRule } from './render-rule';
import { arbitraryRule } from './testing/arbitrary-rules';
import { splitWords } from './words';

const golden = (name: string) => readFileSync(join(__dirname, 'golden', name), 'utf8');

const parse = (line: string) => parseRule(splitWords(line));

const SPELLINGS: readonly (readonly [given: string, printed: string])[] = [
  [
    '-m conntrack --ctstate DNAT,SNAT,NEW,INVALID,UNTRACKED,RELATED,ESTABLISHED',
    '-m conntrack --ctstate INVALID,NEW,RELATED,ESTABLISHED,UNTRACKED,SNAT,DNAT',
  ],
  ['-m state --state NEW,INVALID,RELATED -j DROP', '-m state --state INVALID,NEW,RELATED -j DROP'],
  [
    '-p tcp --dport 80 --sport 1:100 --syn -j ACCEPT',
    '-p tcp -m tcp --sport 1:100 --dport 80 --tcp-flags FIN,SYN,RST,ACK SYN -j ACCEPT',
  ],
  [
    '-p tcp ! --syn ! --dport 80 -j ACCEPT',
    '-p tcp -m tcp ! --dport 80 ! --tcp-flags FIN,SYN,RST,ACK SYN -j ACCEPT',
  ],
  [
    '-p tcp --tcp-flags ALL SYN,ACK -j ACCEPT',
    '-p tcp -m tcp --tcp-flags FIN,SYN,RST,PSH,ACK,URG SYN,ACK -j ACCEPT',
  ],
  ['-p tcp ! --tcp-flags ALL NONE', '-p tcp -m tcp ! --tcp-flags FIN,SYN,RST,PSH,ACK,URG NONE'],
  ['-p udp --dport 53: --sport :10', '-p udp -m udp --sport 0:10 --dport 53:65535'],
  ['-p udp --dport domain', '-p udp -m udp --dport 53'],
  ['-p icmp --icmp-type echo-request', '-p icmp -m icmp --icmp-type 8'],
  ['-p icmp --icmp-type 3/1', '-p icmp -m icmp --icmp-type 3/1'],
  ['-p icmp ! --icmp-type any', '-p icmp -m icmp ! --icmp-type any'],
  ['-p tcp -m multiport ! --dports 80,443,1:10', '-p tcp -m multiport ! --dports 80,443,1:10'],
  ['-p tcp -m multiport --source-ports 80', '-p tcp -m multiport --sports 80'],
  [
    '-m statistic --mode random --probability 0.5',
    '-m statistic --mode random --probability 0.50000000000',
  ],
  [
    '-m statistic --mode random ! --probability 0.33333333349',
    '-m statistic --mode random ! --probability 0.33333333349',
  ],
  ['-m statistic --mode nth --every 3', '-m statistic --mode nth --every 3 --packet 0'],
  ['-m limit --limit 5/min --limit-burst 10', '-m limit --limit 5/min --limit-burst 10'],
  ['-m limit --limit 3/s', '-m limit --limit 3/sec'],
  ['-m mac --mac-source 02:00:00:00:00:0A', '-m mac --mac-source 02:00:00:00:00:0a'],
  ['-m mark ! --mark 5/0xff', '-m mark ! --mark 0x5/0xff'],
  ['-m mark --mark 0/0x10000', '-m mark --mark 0x0/0x10000'],
  [
    '-m addrtype --src-type LOCAL,UNICAST --dst-type LOCAL',
    '-m addrtype --src-type UNICAST,LOCAL --dst-type LOCAL',
  ],
  [
    '-m addrtype --dst-type LOCAL --limit-iface-in',
    '-m addrtype --dst-type LOCAL --limit-iface-in',
  ],
  [
    '-m set ! --match-set p dst,dst -j REJECT',
    '-m set ! --match-set p dst,dst -j REJECT --reject-with icmp-port-unreachable',
  ],
  ['-j REJECT --reject-with admin-prohib', '-j REJECT --reject-with icmp-admin-prohibited'],
  ['-j LOG --log-prefix "a b: " --log-level 5', '-j LOG --log-prefix "a b: " --log-level 5'],
  [
    '-j LOG --log-prefix a --log-level debug --log-uid --log-tcp-options --log-ip-options --log-tcp-sequence',
    '-j LOG --log-prefix a --log-level 7 --log-tcp-sequence --log-tcp-options --log-ip-options --log-uid',
  ],
  [
    String.raw`-m comment --comment "a \"quoted\" \\ back $x"`,
    String.raw`-m comment --comment "a \"quoted\" \\ back $x"`,
  ],
  ['-m comment --comment plain', '-m comment --comment plain'],
  [`-m comment --comment "it's"`, String.raw`-m comment --comment "it\'s"`],
  [
    '-o eth+ ! -i eth0 -s 10.0.0.1 -d 10.0.0.0/255.0.0.0 -j ACCEPT',
    '-s 10.0.0.1/32 -d 10.0.0.0/8 ! -i eth0 -o eth+ -j ACCEPT',
  ],
  ['! -p tcp ! -s 10.0.0.0/8', '! -s 10.0.0.0/8 ! -p tcp'],
  ['-s 0.0.0.0/0 -p all -i +', ''],
  ['! -s 0.0.0.0/0', '! -s 0.0.0.0/0'],
  ['-s 10.1.2.3/16', '-s 10.1.0.0/16'],
  ['-p 132', '-p sctp'],
  ['-p 200', '-p 200'],
  ['-p icmpv6', '-p ipv6-icmp'],
  ['--jump NOTRACK', '-j NOTRACK'],
  ['-j CT --notrack', '-j CT --notrack'],
  ['-j MARK --set-mark 5', '-j MARK --set-xmark 0x5/0xffffffff'],
  ['-j MARK --set-mark 0/0xf0000', '-j MARK --set-xmark 0x0/0xf0000'],
  ['-j MARK --or-mark 0x4000', '-j MARK --set-xmark 0x4000/0x4000'],
  ['-j MARK --and-mark 0xfffeffff', '-j MARK --set-xmark 0x0/0x10000'],
  ['-j MARK --xor-mark 0x3', '-j MARK --set-xmark 0x3/0x0'],
  ['-j MARK --set-mark 0x3/0x1', '-j MARK --set-xmark 0x3/0x3'],
  [
    '-m rpfilter --invert --validmark --loose --accept-local',
    '-m rpfilter --loose --validmark --accept-local --invert',
  ],
  ['-j MASQUERADE --random-fully', '-j MASQUERADE --random-fully'],
  [
    '-p tcp -j MASQUERADE --to-ports 100-200 --random --random-fully',
    '-p tcp -j MASQUERADE --to-ports 100-200 --random --random-fully',
  ],
  [
    '-p tcp -j SNAT --to-source 1.2.3.4-1.2.3.9:10-20 --random --persistent',
    '-p tcp -j SNAT --to-source 1.2.3.4-1.2.3.9:10-20 --random --persistent',
  ],
  ['-p tcp -j DNAT --to-destination :80', '-p tcp -j DNAT --to-destination :80'],
  ['-p tcp -j REDIRECT --to-ports 80', '-p tcp -j REDIRECT --to-ports 80'],
  ['--goto cali-wl-to-host', '-g cali-wl-to-host'],
];

const LISTINGS: readonly (readonly [given: string, listed: string])[] = [
  ['! -p tcp ! -s 10.0.0.0/8', '          !6    -- !10.0.0.0/8           0.0.0.0/0           '],
  [
    '-s 10.0.0.1 -d 10.0.0.0/8 ! -i eth0 -j ACCEPT',
    'ACCEPT     0    --  10.0.0.1             10.0.0.0/8          ',
  ],
  [
    '-p tcp --sport 1:100 --dport 80 --syn -j ACCEPT',
    'ACCEPT     6    --  0.0.0.0/0            0.0.0.0/0            tcp spts:1:100 dpt:80 flags:0x17/0x02',
  ],
  [
    '-p tcp ! --syn ! --dport 80 -j ACCEPT',
    'ACCEPT     6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:!80 flags:!0x17/0x02',
  ],
  [
    '-p icmp --icmp-type 3/1',
    '           1    --  0.0.0.0/0            0.0.0.0/0            icmptype 3 code 1',
  ],
  [
    '-p icmp ! --icmp-type any',
    '           1    --  0.0.0.0/0            0.0.0.0/0            icmp !type 255',
  ],
  [
    '-p tcp -m multiport ! --dports 80,443,1:10',
    '           6    --  0.0.0.0/0            0.0.0.0/0            multiport dports  !80,443,1:10',
  ],
  [
    '-m statistic --mode nth ! --every 3 --packet 1',
    '           0    --  0.0.0.0/0            0.0.0.0/0            statistic mode nth ! every 3 packet 1',
  ],
  [
    '-m limit --limit 3/s',
    '           0    --  0.0.0.0/0            0.0.0.0/0            limit: avg 3/sec burst 5',
  ],
  [
    '-m mac ! --mac-source 02:00:00:00:00:0a',
    '           0    --  0.0.0.0/0            0.0.0.0/0            MAC ! 02:00:00:00:00:0a',
  ],
  [
    '-m mark ! --mark 0x5/0xff',
    '           0    --  0.0.0.0/0            0.0.0.0/0            mark match ! 0x5/0xff',
  ],
  [
    '-m addrtype ! --src-type LOCAL ! --dst-type BROADCAST',
    '           0    --  0.0.0.0/0            0.0.0.0/0            ADDRTYPE match src-type !LOCAL dst-type !BROADCAST',
  ],
  [
    '-m rpfilter --validmark --invert',
    '           0    --  0.0.0.0/0            0.0.0.0/0            rpfilter validmark invert',
  ],
  [
    '-j MARK --set-mark 5',
    'MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK set 0x5',
  ],
  [
    '-j MARK --xor-mark 3',
    'MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK xor 0x3',
  ],
  [
    '-j MARK --set-xmark 0x3/0x1',
    'MARK       0    --  0.0.0.0/0            0.0.0.0/0            MARK xset 0x3/0x1',
  ],
  ['-j NOTRACK', 'CT         0    --  0.0.0.0/0            0.0.0.0/0            NOTRACK'],
  ['-j CT --notrack', 'CT         0    --  0.0.0.0/0            0.0.0.0/0            CT notrack'],
  [
    '-p tcp -j MASQUERADE --to-ports 100-200 --random',
    'MASQUERADE  6    --  0.0.0.0/0            0.0.0.0/0            masq ports: 100-200 random',
  ],
  [
    '-p tcp -j DNAT --to-destination 1.2.3.4:80',
    'DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:1.2.3.4:80',
  ],
  [
    '-p tcp -j REDIRECT --to-ports 80',
    'REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            redir ports 80',
  ],
  [
    '-j REJECT',
    'REJECT     0    --  0.0.0.0/0            0.0.0.0/0            reject-with icmp-port-unreachable',
  ],
  [
    '-j LOG --log-prefix "a b: " --log-level 5',
    'LOG        0    --  0.0.0.0/0            0.0.0.0/0            LOG flags 0 level 5 prefix "a b: "',
  ],
];

const REFUSALS: readonly (readonly [given: string, said: string])[] = [
  ['--foo', 'unknown option "--foo"\n'],
  ['-j MARK', 'MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required\n'],
  ['-m nope', "Couldn't load match `nope':No such file or directory\n\n"],
  ['-m mark', 'mark: option "--mark" must be specified\n\n'],
  ['-m mark --mark zz', 'mark: bad integer value for option "--mark", or out of range.\n\n'],
  ['-p tcp --dport', 'option "--dport" requires an argument\n'],
  ['-p tcp --dport xyz', "invalid port/service `xyz' specified\n"],
  ['-p tcp --dport 70000', "invalid port/service `70000' specified\n"],
  ['--dport 80', 'unknown option "--dport"\n'],
  ['-s 1.2.3.999', "host/network `1.2.3.999' not found\n"],
  ['-p nonsense', 'unknown protocol "nonsense" specified\n'],
  ['-p tcp ! --dport 80 -p udp', 'multiple -p flags not allowed\n'],
  [
    '-i averyveryverylongname',
    "interface name `averyveryverylongname' must be shorter than IFNAMSIZ (15)\n",
  ],
  ['-m conntrack --ctstate FOO', 'Bad ctstate "FOO"\n'],
  ['-m conntrack', 'conntrack: At least one option is required\n'],
  ['-m set --match-set s foo', "You must spefify (the comma separated list of) 'src' or 'dst'.\n"],
  [
    '-m multiport --dports 80',
    "multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'\n",
  ],
  ['-j REJECT --reject-with foo', 'unknown reject type "foo"\n'],
  ['-j X -j X', 'multiple -j flags not allowed\n'],
  ['-p icmp --icmp-type foo', "Unknown ICMP type `foo'\n"],
  ['-j SNAT', 'SNAT: option "--to-source" must be specified\n\n'],
  ['-j SNAT --to-source 1.2.3.4:80', 'Need TCP, UDP, SCTP or DCCP with port specification\n'],
  ['! -j X', 'cannot have ! before -j\n'],
  ['-m statistic', '--probability must be specified when using random mode\n'],
  [
    '-m statistic --mode random --probability 2',
    'statistic: bad value for option "--probability", or out of range (0-1).\n\n',
  ],
  ['-m addrtype --src-type FOO', 'addrtype: bad type "FOO"\n'],
  ['-m addrtype', 'addrtype: you must specify --src-type or --dst-type\n'],
  ['-m mac --mac-source 1', 'Invalid MAC address specified.\n'],
  ['-m limit --limit 0/s', `bad rate "0/s"'\n`],
  ['-j', 'option "-j" requires an argument\n'],
];

describe('the text of a rule', () => {
  for (const [given, printed] of SPELLINGS) {
    it(`${given} is saved as ${printed}`, () => {
      expect(renderRule(parse(given))).to.equal(printed);
      expect(renderRule(parse(printed))).to.equal(printed);
    });
  }

  for (const [given, listed] of LISTINGS) {
    it(`${given} is listed as ${listed.trim()}`, () => {
      expect(listRule(parse(given))).to.equal(listed);
    });
  }

  for (const [given, said] of REFUSALS) {
    it(`${given} is refused`, () => {
      const help = "Try `iptables -h' or 'iptables --help' for more information.";
      expect(() => parse(given))
        .to.throw(CommandError, `iptables v1.8.7 (nf_tables): ${said}${help}`)
        .with.property('exitStatus', 2);
    });
  }

  it('reads back as the rule that it was printed from', () => {
    fc.assert(
      fc.property(arbitraryRule, (rule) => {
        expect(parse(renderRule(rule))).to.deep.equal(rule);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same after reading for all rules of a Calico node', () => {
    const lines = golden('k8s-w1.iptables-save').split('\n');
    const again = lines.map((line) => {
      const [, chain, rule] = /^-A (\S+) ?(.*)$/.exec(line) ?? [];
      return rule === undefined ? line : `-A ${chain} ${renderRule(parse(rule))}`;
    });
    expect(again).to.deep.equal(lines);
  });

  it('is listed as iptables lists the rules of a Calico node', () => {
    const [filterAndNat = ''] = golden('k8s-w1.iptables-save').split('*mangle');
    const rules = [...filterAndNat.matchAll(/^-A (\S+) ?(.*)$/gm)].map(
      ([, chain, rule = '']) => `${chain} ${listRule(parse(rule))}`,
    );
    let chain = '';
    const listed: string[] = [];
    for (const line of golden('k8s-w1.iptables-list').split('\n')) {
      const name = /^Chain (\S+)/.exec(line)?.[1];
      chain = name ?? chain;
      const isRule = name === undefined && line !== '' && !/^(target|###)/.test(line);
      if (isRule) listed.push(`${chain} ${line}`);
    }
    expect(listed).to.have.members(rules);
  });
});
