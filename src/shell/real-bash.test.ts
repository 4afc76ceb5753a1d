/**
 * The same lines in a real bash and in ours: what needs no network must come to the same. A referee, not
 * a model: it is skipped, with a notice, where there is no bash.
 */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the shell that replaces them
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { terminalOn } from './testing/typed';

const TABLE = `printf 'b 2\\na 10\\nc 1\\na 3\\n'`;

const LINES: readonly string[] = [
  'echo hello   world',
  `echo 'a "b" $c' "d 'e'" f\\ g`,
  'echo -n no newline',
  String.raw`echo -e 'a\tb\nc'`,
  `printf '%s-%03d|%5.2f\\n' x 7 3.14159`,
  'x=1; y=$((x + 41)); echo $y; unset x; echo ${x:-none} ${y:+set}',
  'x=/usr/local/bin/tool.sh; echo ${x##*/} ${x%/*} ${x%.sh} ${#x} ${x/local/share} ${x:5:5}',
  'x=Hello; echo ${x^^} ${x,,}',
  'a=(one "two three" four); echo ${#a[@]} "${a[1]}"; for i in "${a[@]}"; do echo "<$i>"; done',
  'declare -A m; m[k]=v; m[z]=w; echo ${m[k]} ${#m[@]}',
  'for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done',
  'for ((i = 0; i < 3; i++)); do echo -n "$i "; done; echo',
  'i=0; while [ $i -lt 3 ]; do i=$((i+1)); echo $i; done; until [ $i -eq 0 ]; do i=$((i-1)); done; echo $i',
  'case abc in a*) echo starts;; *) echo other;; esac',
  'if [[ abc =~ ^a(.)c$ ]]; then echo ${BASH_REMATCH[1]}; fi',
  '[[ a < b && ! -e /nosuch ]] && echo yes || echo no',
  'f() { local x=$1; echo "$x $#"; return 3; }; f a b; echo $?',
  'echo {a,b}{1..3}',
  'echo $(echo nested $(echo deep)) `echo old`',
  'cat <<EOF\nsum $((1 + 2))\nEOF',
  "cat <<'EOF'\nraw $x $(y)\nEOF",
  'cat <<-EOF\n\tindented\n\tEOF',
  'cat <<< "here string"',
  'true && echo a || echo b; false && echo a || echo b; ! true; echo $?',
  'false | true; echo $? ${PIPESTATUS[@]}',
  'set -o pipefail; false | true; echo $?',
  '(cd /; pwd); { echo group; } | cat',
  'echo a > f; echo b >> f; cat f; wc -l < f; rm f; [ -e f ] || echo gone',
  'echo out; echo err >&2; { echo both; echo too >&2; } 2>&1 | sort',
  'ls nosuch 2> /dev/null || echo failed',
  'read a b <<< "x y z"; echo "$a|$b"',
  'printf "a\\nb\\n" | while read -r l; do echo "[$l]"; done',
  'IFS=:; set -- a:b:c; for x in $1; do echo $x; done',
  'set -- a b c; echo $# $2 "$*"; shift; echo $1',
  'eval "echo \\$((2*3))"',
  'x=5; (x=6; echo $x); echo $x',
  'echo "a*b" [x]; echo "~"',
  'test -d / && [ 3 -gt 2 ] && [ abc != abd ] && echo ok',
  'let "z = 5 * 5"; echo $z $((z % 7)) $((2 ** 10)) $((0x1f)) $((7 / 2))',
  `${TABLE} | sort`,
  `${TABLE} | sort -k2n`,
  `${TABLE} | sort -k1,1 -k2,2nr`,
  `${TABLE} | sort -u -k1,1`,
  `${TABLE} | cut -d' ' -f2 | sort -n | tail -1`,
  `${TABLE} | awk '{ s[$1] += $2 } END { for (k in s) print k, s[k] }' | sort`,
  `${TABLE} | awk -F' ' 'NR > 1 && $2 > 2 { printf "%s=%d\\n", $1, $2 }'`,
  `${TABLE} | grep -c a; ${TABLE} | grep -v a; ${TABLE} | grep -n '^c'; ${TABLE} | grep -o '[0-9][0-9]*'`,
  `${TABLE} | grep -E '^(a|b) [0-9]{1}$'; ${TABLE} | grep -q z; echo $?`,
  `${TABLE} | sed 's/a/A/; 2d'; ${TABLE} | sed -n '2,3p'; ${TABLE} | sed -e 's/ \\(.*\\)/:\\1/' -e '/^c/d'`,
  `${TABLE} | sed -E 's/([a-c]) ([0-9]+)/\\2 \\1/'`,
  `${TABLE} | head -2; ${TABLE} | tail -n 1; ${TABLE} | tail -n +3; ${TABLE} | head -n -3`,
  `${TABLE} | wc -l; ${TABLE} | wc -c; echo one two | wc -w`,
  `${TABLE} | tr a-c A-C | tr -d ' '; echo aabbc | tr -s ab`,
  `${TABLE} | cut -c1 | uniq -c | awk '{ print $1, $2 }'; ${TABLE} | cut -c1 | sort | uniq -d`,
  `${TABLE} | tac; ${TABLE} | rev; ${TABLE} | nl | cut -f2`,
  `${TABLE} | tee copy | wc -l; diff copy <(${TABLE}) && echo same; rm copy`,
  'seq 3; seq 1 2 5; seq -s, 3',
  'echo a b c | xargs -n 1 echo x; printf "1\\n2\\n" | xargs -I{} echo "<{}>"',
  'echo a b c | xargs -n1 echo x',
  'basename /a/b.txt .txt; dirname /a/b.txt',
  'mkdir -p d/e; touch d/e/f; find d -type f; ls d; rm -r d',
  'expr 2 + 3; echo abc | fold -w 2; echo x | paste - - ; printf "a b\\n" | column -t',
  'echo héllo | wc -m; echo "한국" | grep -c 한',
  'echo abc | md5sum | cut -c1-8; echo abc | base64',
  'nosuchcommand; echo $?',
  'exit 7',
];

const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0;

describe('a real bash', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-bash-'));
  after(() => rmSync(folder, { recursive: true }));

  before(function () {
    if (hasBash) return;
    // biome-ignore lint/suspicious/noConsole: a skipped referee is said aloud
    console.log('    there is no bash on this machine: not compared');
    this.skip();
  });

  for (const line of LINES) {
    it(`agrees: ${line.split('\n')[0]}`, async () => {
      const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: folder };
      const real = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8', env });
      const { stdout, exit } = await terminalOn('k8s-m').type(line);
      expect({ stdout, exit }).to.deep.equal({ stdout: real.stdout, exit: real.status });
    });
  }
});
