/**
 * What is within every limit by itself, and too much together: of memory, output, addresses, nesting.
 */
import { type Attack, type Expected, graded, ungradable } from '../attack.fixture';
import { POD, POD_ONLY } from './honest.fixture';

const attack = (
  name: string,
  files: Readonly<Record<string, string>>,
  expected: Expected,
): Attack => ({ name: `heavy-${name}`, handedIn: { files }, expected });
const script = (name: string, lines: string, expected: Expected) =>
  attack(name, { 'lab.sh': lines, 'pods.yaml': POD }, expected);
const policy = (name: string, selector: string, message: RegExp) =>
  attack(
    name,
    {
      'policy.yaml': `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: mine }
spec: { selector: ${JSON.stringify(selector)} }
`,
    },
    ungradable(message),
  );

export const HEAVY: readonly Attack[] = [
  script(
    'memory',
    'x=$(printf %5000000d 1); for i in $(seq 400); do a[$i]="$x$i"; done',
    // Whichever comes first, which is the clock where the machine is slow.
    ungradable(/more than 384 MiB of memory|the line took too long/),
  ),
  script(
    'output',
    'x=$(printf %1000000d 1); for i in $(seq 900); do echo "$x"; done',
    ungradable(/lab\.sh was stopped: .*output size/),
  ),
  script('flood', 'ping -f -c 1000000 8.8.8.8', graded(POD_ONLY)),
  script('pings-behind', 'ping -i 0.002 8.8.8.8 > /dev/null &', graded(POD_ONLY)),
  script('pattern', `[[ ${'a'.repeat(60)}! =~ ^(a+)+$ ]]`, graded(POD_ONLY)),
  script('query', "jq -n 'def f: f; f'", ungradable(/lab\.sh was stopped: jq: query depth/)),
  script(
    'deep-patch',
    `calicoctl patch ippool default-ipv4-ippool -p '${'['.repeat(5000)}'`,
    graded(POD_ONLY),
  ),
  policy(
    'selector',
    'has(a) && '.repeat(20_000),
    /policy\.yaml:4:\d+: spec\.selector: must have at most 1024 characters/,
  ),
  policy(
    'nested-selector',
    `${'('.repeat(500)}has(a)${')'.repeat(500)}`,
    /policy\.yaml:4:\d+: spec\.selector: not a selector: expected less nesting/,
  ),
];
