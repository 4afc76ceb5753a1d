import { expect } from 'chai';
import { said, terminalOn, typed } from './testing/typed';

describe('a terminal', () => {
  it('runs pipes, lists and substitutions', async () => {
    expect(await typed('ip route | head -1 ; echo $(hostname)')).to.deep.equal(
      said('default via 192.168.10.254 dev ens5 \nk8s-m\n'),
    );
  });

  it('keeps variables, arrays, functions, aliases, options and the directory from line to line', async () => {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is the shell's
    const lines = [
      'x=5; a=(1 "2 3"); declare -A m=([k]=v); set -o pipefail',
      'f() { echo "f $1"; }; alias say=echo',
      'cd /tmp',
      'echo $x "${a[1]}" ${m[k]}; f 3; say hi; pwd; false | true; echo $?',
    ];
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is the shell's
    expect(await typed(lines.join('\n'))).to.deep.equal(said('5 2 3 v\nf 3\nhi\n/tmp\n1\n'));
  });

  it('gathers lines until they are a command', async () => {
    const terminal = terminalOn('k8s-m');
    const states: (readonly [string, string])[] = [];
    for (const line of [
      'for i in 1 2',
      'do echo $i',
      'done',
      'cat <<EOF',
      'a b',
      'EOF',
      'echo a |',
    ]) {
      const { stdout } = await terminal.type(line);
      states.push([terminal.prompt, stdout]);
    }
    expect(states).to.deep.equal([
      ['> ', ''],
      ['> ', ''],
      ['root@k8s-m:~# ', '1\n2\n'],
      ['> ', ''],
      ['> ', ''],
      ['root@k8s-m:~# ', 'a b\n'],
      ['> ', ''],
    ]);
    terminal.interrupt();
    expect([terminal.isComplete, terminal.prompt]).to.deep.equal([true, 'root@k8s-m:~# ']);
  });

  it('knows what was wrong from what is not finished', async () => {
    expect(await typed('if; fi')).to.deep.equal({
      stdout: '',
      stderr: "bash: syntax error near unexpected token `;'\n",
      exit: 2,
    });
    expect((await typed('a | | b')).stderr).to.equal(
      "bash: syntax error near unexpected token `|'\n",
    );
    expect((await typed('echo )')).stderr).to.equal(
      "bash: syntax error near unexpected token `)'\n",
    );
  });

  it('remembers the status of the line before', async () => {
    expect(await typed('false\necho $?\n(exit 3)')).to.deep.equal({
      stdout: '1\n',
      stderr: '',
      exit: 3,
    });
  });

  it('moves by ssh, keeps the places apart, and comes back by exit', async () => {
    const terminal = terminalOn('k8s-m');
    const prompts: string[] = [];
    for (const line of ['cd /tmp', 'ssh k8s-w1', 'hostname', 'sudo -i', 'exit', 'logout', 'exit']) {
      await terminal.type(line);
      prompts.push(terminal.prompt);
    }
    expect(prompts).to.deep.equal([
      'root@k8s-m:/tmp# ',
      'root@k8s-w1:~# ',
      'root@k8s-w1:~# ',
      'root@k8s-w1:~# ',
      'root@k8s-w1:~# ',
      'root@k8s-m:/tmp# ',
      '',
    ]);
    expect(terminal.isClosed).to.equal(true);
  });

  it('hands a line to another host as ssh does', async () => {
    const line = `ssh root@192.168.20.100 'hostname; exit 4' ; echo $? ; echo hostname | ssh k8s-w2`;
    expect(await typed(line)).to.deep.equal(said('k8s-w0\n4\nk8s-w2\n'));
    expect(await typed('ssh nowhere')).to.deep.equal({
      stdout: '',
      stderr: 'ssh: Could not resolve hostname nowhere: Name or service not known\n',
      exit: 255,
    });
  });

  it('goes into a pod by kubectl exec, with words that nobody reads anew', async () => {
    const lines = [
      `kubectl exec pod1 -- sh -c 'echo a  b; exit 3'`,
      `kubectl exec pod1 -- echo 'a  b' '$x;'`,
      'echo hostname | kubectl exec -i pod1 -- sh',
    ];
    expect(await typed(lines.join('\n'))).to.deep.equal({
      stdout: 'a b\na  b $x;\npod1\n',
      stderr: 'command terminated with exit code 3\n',
      exit: 0,
    });
  });

  it('moves into the shell of a pod, whose words are its own', async () => {
    const terminal = terminalOn('k8s-m');
    await terminal.type('kubectl exec pod1 -it -- zsh');
    expect(terminal.prompt).to.equal('root@pod1:~# ');
    expect((await terminal.type('nosuch')).stderr).to.equal('zsh: command not found: nosuch\n');
    expect(await terminal.type('exit 9')).to.deep.equal({
      stdout: '',
      stderr: 'command terminated with exit code 9\n',
      exit: 9,
    });
    expect(terminal.prompt).to.equal('root@k8s-m:~# ');
  });

  it('has no kubectl outside of the nodes', async () => {
    expect(await terminalOn('default/pod1').type('kubectl get pods')).to.deep.equal({
      stdout: '',
      stderr: 'bash: kubectl: command not found\n',
      exit: 127,
    });
  });

  it('does not take the end of a line for the end of the shell', async () => {
    const terminal = terminalOn('k8s-m');
    await terminal.type('readonly R=1\nR=2\nset -u; echo $nothing');
    expect([terminal.isClosed, (await terminal.type('echo here')).stdout]).to.deep.equal([
      false,
      'here\n',
    ]);
  });

  for (const [line, what] of [
    ['curl http://pod1', 'curl'],
    ['df -h', 'df'],
    ['python3 -c 1', 'python3'],
    ['tail -n 3 -f /etc/hosts', 'tail -f'],
  ] as const) {
    it(`says that it is not modelled, and fails: ${line}`, async () => {
      const stderr = `not modelled here: ${what}\n`;
      expect(await typed(line)).to.deep.equal({ stdout: '', stderr, exit: 64 });
    });
  }

  it('counts lines that are alike in the columns of coreutils', async () => {
    expect(await typed("printf '%s\\n' a a b | uniq -c; printf 'a\\na\\n' | uniq")).to.deep.equal(
      said('      2 a\n      1 b\na\n'),
    );
  });
});
