/**
 * `calicumber shell` as somebody at a keyboard has it: tmux is the keyboard and the screen.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { needsProgram } from '../../wire/testing/referee';

const BIN = join(__dirname, '..', 'calicumber.js');
const PATIENCE_MS = 20_000;

describe('calicumber shell at a keyboard', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-tmux-'));
  const socket = join(folder, 'socket');

  before(function () {
    needsProgram(this, 'tmux');
  });

  afterEach(() => {
    spawnSync('tmux', ['-S', socket, 'kill-server']);
  });
  after(() => rmSync(folder, { recursive: true }));

  function tmux(...words: readonly string[]): string {
    return execFileSync('tmux', ['-S', socket, ...words], { encoding: 'utf8' });
  }

  function begin(...words: readonly string[]): void {
    const line = [process.execPath, BIN, 'shell', ...words].join(' ');
    const env = `HOME=${folder} NO_COLOR=1`;
    tmux(
      'new-session',
      '-d',
      '-x',
      '160',
      '-y',
      '60',
      '-c',
      folder,
      `${env} ${line}; echo left with $?; sleep 60`,
    );
  }

  /** What stands on the screen, as soon as it ends with this. */
  async function screenEnding(end: string): Promise<string> {
    const until = Date.now() + PATIENCE_MS;
    let screen = '';
    while (Date.now() < until) {
      screen = tmux('capture-pane', '-p').trimEnd();
      if (screen.endsWith(end)) return screen;
      await new Promise((wake) => setTimeout(wake, 50));
    }
    throw new Error(`the screen never ended with ${JSON.stringify(end)}:\n${screen}`);
  }

  function type(text: string, ...keys: readonly string[]): void {
    tmux('send-keys', '-l', text);
    if (keys.length > 0) tmux('send-keys', ...keys);
  }

  it('prompts, answers, moves by ssh and exec, and leaves with the last status', async () => {
    begin();
    await screenEnding('root@k8s-m:~#');
    type('hostname; ssh k8s-w1', 'Enter');
    expect(await screenEnding('root@k8s-w1:~#')).to.include('\nk8s-m\n');
    type('ip route | grep blackhole', 'Enter');
    expect(await screenEnding('root@k8s-w1:~#')).to.include('blackhole 172.16.158.0/24 proto bird');
    type('exit', 'Enter');
    await screenEnding('root@k8s-m:~#');
    type('false', 'Enter');
    await screenEnding('root@k8s-m:~#');
    type('exit', 'Enter');
    await screenEnding('left with 1');
  });

  it('completes commands, nodes and interfaces, and asks for the rest of a command', async () => {
    begin('--node', 'k8s-w1');
    await screenEnding('root@k8s-w1:~#');
    type('ipta', 'Tab');
    await screenEnding('root@k8s-w1:~# iptables');
    tmux('send-keys', 'C-c');
    await screenEnding('root@k8s-w1:~#');
    type('ping -c 1 -q k8s-w2 | tail -n 1 | cut -c 1-3; echo k8s-m', 'Enter');
    expect(await screenEnding('root@k8s-w1:~#')).to.include('\nrtt\nk8s-m\n');
    type('for i in 1 2; do', 'Enter');
    await screenEnding('>');
    type('echo line $i; done', 'Enter');
    expect(await screenEnding('root@k8s-w1:~#')).to.include('\nline 1\nline 2\n');
  });

  it('remembers the lines of the last time', async () => {
    begin();
    await screenEnding('root@k8s-m:~#');
    type('echo remembered', 'Enter');
    await screenEnding('root@k8s-m:~#');
    tmux('send-keys', 'C-d');
    await screenEnding('left with 0');
    tmux('kill-server');
    begin();
    await screenEnding('root@k8s-m:~#');
    tmux('send-keys', 'Up');
    await screenEnding('root@k8s-m:~# echo remembered');
  });
});
