/** The hidden command behind `$RANDOM`, `$SECONDS` and the like: what changes by itself is ours to say. */
import { seededRandom } from '../../base/random';
import { wallClock } from '../../base/wall-clock';
import { printed } from '../../commands/command';
import type { HostShell } from '../host-shell';
import { uptimeSeconds } from '../uptime';
import type { ShellCommand } from './shell-command';

const RANDOM_MAX = 32767;

/** The engine's own dice must not fall otherwise because somebody asked a shell for a number. */
const dice = new WeakMap<HostShell, ReturnType<typeof seededRandom>>();

export const dynamic: ShellCommand = ([name], { shell }) => {
  const { nowUs } = shell.world.timeline;
  const milliseconds = wallClock(nowUs).getTime();
  switch (name) {
    case 'SECONDS':
      return printed(String(Math.floor(uptimeSeconds(nowUs) % 86_400)));
    case 'EPOCHSECONDS':
      return printed(String(Math.floor(milliseconds / 1000)));
    case 'EPOCHREALTIME':
      return printed((milliseconds / 1000).toFixed(6));
    default: {
      const own = dice.get(shell) ?? seededRandom(seedOf(shell.name));
      dice.set(shell, own);
      return printed(String(own.between(0, RANDOM_MAX)));
    }
  }
};

/** Another one for every host, and always the same. */
function seedOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}
