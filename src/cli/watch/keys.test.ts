/** The keys of a watch, as somebody at a keyboard has them: tmux is the keyboard and the screen. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { needsProgram } from '../../wire/testing/referee';
import { POD, pings } from './watching.fixture';

const BIN = join(__dirname, '..', 'calicumber.js');
const PATIENCE_MS = 20_000;

describe('the keys of a watch', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-keys-'));
  const socket = join(folder, 'socket');

  before(function () {
    needsProgram(this, 'tmux');
    mkdirSync(join(folder, 'features', 'manifests'), { recursive: true });
    writeFileSync(join(folder, 'features', 'manifests', 'pod.yaml'), POD);
    writeFileSync(join(folder, 'features', 'a.feature'), pings({ one: '8.8.8.8', two: '8.8.8.9' }));
    const line = `${process.execPath} ${BIN} run --watch; echo left with $?; cat`;
    const size = ['-x', '160', '-y', '200'];
    tmux('new-session', '-d', ...size, '-c', folder, `HOME=${folder} NO_COLOR=1; ${line}`);
  });
  after(() => {
    spawnSync('tmux', ['-S', socket, 'kill-server']);
    rmSync(folder, { recursive: true });
  });

  function tmux(...words: readonly string[]): string {
    return execFileSync('tmux', ['-S', socket, ...words], { encoding: 'utf8' });
  }

  /** What stands on the screen below a line, as soon as it matches. */
  async function screenBelow(line: string, wanted: RegExp): Promise<string> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const screen = tmux('capture-pane', '-p').trimEnd();
      const below = screen.slice(screen.lastIndexOf(line) + line.length);
      if (screen.includes(line) && wanted.test(below)) return below;
      if (performance.now() > until)
        throw new Error(`${wanted} never stood below ${line}:\n${screen}`);
      await pause(30);
    }
  }

  it('run all, what failed and the same again, and quit with the status of the last run', async () => {
    await screenBelow('a: run all; f: what failed; Enter: the same again; q: quit', /^/);
    tmux('send-keys', 'f');
    const failed = await screenBelow('\nwhat failed', /of all 2 scenarios/);
    expect(failed).to.contain('violated: two').and.to.contain('\n1 scenario: 1 violated (');
    tmux('send-keys', 'a');
    await screenBelow('\neverything', /\n2 scenarios: 1 held, 1 violated \(/);
    tmux('send-keys', 'Enter');
    await screenBelow('\nthe same again', /\n2 scenarios: 1 held, 1 violated \(/);
    tmux('send-keys', 'x', 'q');
    await screenBelow('left with', /^ 1$/);
    // The terminal is as it was: it shows what is typed.
    tmux('send-keys', '-l', 'typed');
    await screenBelow('left with 1', /\ntyped$/);
  });
});
