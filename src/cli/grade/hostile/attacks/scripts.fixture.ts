/**
 * Scripts that do not end, eat memory, or mean another host than the simulated one.
 */
import { type Attack, type Expected, graded, PORT, ungradable } from '../attack.fixture';
import { POD, POD_ONLY } from './honest.fixture';

const attack = (name: string, script: string, expected: Expected): Attack => ({
  name: `script-${name}`,
  handedIn: { files: { 'lab.sh': script, 'pods.yaml': POD } },
  expected,
});
const STOPPED = ungradable(/^lab\.sh was stopped: /);
const stopped = (name: string, script: string) => attack(name, script, STOPPED);
const harmless = (name: string, script: string, score = POD_ONLY) =>
  attack(name, script, graded(score));

/** Breaks the lab unless the host is not this program's own. */
const UNLESS = 'ip link set ens5 down';
const never = (name: string, command: string) =>
  harmless(`sees-no-${name}`, `if ${command}; then ${UNLESS}; fi\n`);

export const SCRIPTS: readonly Attack[] = [
  stopped('endless-loop', 'while :; do :; done'),
  stopped('endless-until', 'until false; do sleep 0.001; done'),
  stopped('fork-bomb', ':(){ :|:& };:'),
  harmless('yes', 'yes | cat'),
  stopped('yes-of-his-own', 'yes() { echo y; yes; }; yes'),
  stopped('recursion', 'f() { f; }; f'),
  stopped('seq', 'seq 1 999999999'),
  stopped('braces', 'echo {1..99999999}'),
  stopped('doubling', 'x=a; while :; do x=$x$x; done'),
  stopped('awk', "awk 'BEGIN { while (1) {} }'"),
  stopped('sed', "sed ':a;s/x*/xx/;ba' <<< x"),
  stopped('pings-for-ever', 'while :; do ping -c 1 -W 1 192.168.10.101; done'),
  stopped('jobs-for-ever', 'while :; do sleep 100 & done'),
  stopped('background-loops', 'for i in $(seq 60); do while :; do sleep 0.01; done & done; wait'),
  stopped('sleep', 'sleep 999999'),
  harmless('ping-uncounted', 'ping 192.168.10.101'),
  harmless('zeros', 'cat /dev/zero'),
  harmless('random', 'head -c 99999999999 /dev/urandom > big'),
  stopped('printf', 'printf %999999999d 1'),
  stopped('fills-the-disk', 'x=$(printf %100000d 1); while :; do echo $x >> /tmp/big; done'),
  stopped('in-a-pod', "kubectl exec pod1 -- bash -c 'while :; do :; done'"),
  stopped('evaluates-itself', `x='eval "$x"'; eval "$x"`),
  harmless('trap', "trap 'while :; do :; done' EXIT TERM INT; exit"),
  attack('heredoc', `cat <<EOF\n${'0123456789\n'.repeat(20_000)}EOF`, graded(POD_ONLY)),
  harmless('rm', 'rm -rf --no-preserve-root /'),
  harmless('kill', 'kill -9 -1; kill -9 $$ $PPID; killall node; pkill -f node'),
  harmless('exit', 'exit 7'),
  harmless('leaves-jobs', 'sleep 5000 &\nsleep 6000 & disown'),
  harmless('exec', 'exec /bin/sh; exec 2>&-; exec 1>&-'),
  harmless('dd', 'dd if=/dev/zero of=/dev/sda; mkfs.ext4 /dev/sda; shutdown -h now; reboot'),
  harmless(
    'writes-outside',
    'echo hacked > /tmp/calicumber-hacked; echo hacked > ../../../../calicumber-hacked',
  ),
  never('passwd-of-this-machine', "cat /etc/passwd | grep -q 'node\\|ubuntu\\|runner\\|daemon:x'"),
  never('environment', 'env | grep -iq "node\\|npm\\|tmpdir\\|mocha"'),
  never(
    'processes',
    'ps aux | grep -q "[m]ocha\\|calicumber"; test -e /proc/self/environ && grep -q PATH /proc/self/environ',
  ),
  never('files-of-this-program', 'ls /srv /home/*/* /root/.npm /root/.ssh 2>/dev/null | grep -q .'),
  never(
    'network',
    `curl -sm 2 http://127.0.0.1:${PORT}/ || wget -qO- http://127.0.0.1:${PORT} || bash -c "echo > /dev/tcp/127.0.0.1/${PORT}"`,
  ),
  never('programs', 'node -e 1 || python3 -c 1 || perl -e 1 || gcc --version || sudo id'),
  harmless('escapes', "printf '\\033[2J\\033]0;owned\\007' >&2"),
  attack('syntax', 'if then fi done ((', graded(POD_ONLY)),
  attack('line-endings', 'echo a\r\necho b\r\n', graded(POD_ONLY)),
  attack('long-line', `: ${'x'.repeat(300_000)}`, graded(POD_ONLY)),
];
