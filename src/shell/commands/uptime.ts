/** `uptime`, `uptime -p`, `uptime -s` (uptime(1), procps-ng). */
import { wallClock } from '../../base/wall-clock';
import { failed, printed } from '../../commands/command';
import { uptimeSeconds } from '../uptime';
import type { ShellCommand } from './shell-command';

export const uptime: ShellCommand = ([option], { shell }) => {
  const { nowUs } = shell.world.timeline;
  const seconds = uptimeSeconds(nowUs);
  const minutes = Math.floor(seconds / 60);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes / 60) % 24;
  if (option === '-p') {
    return printed(`up ${days} days, ${hours} hours, ${minutes % 60} minutes\n`);
  }
  if (option === '-s') {
    const since = new Date(wallClock(nowUs).getTime() - seconds * 1000);
    return printed(`${since.toISOString().slice(0, 19).replace('T', ' ')}\n`);
  }
  if (option !== undefined)
    return failed(`uptime: invalid option -- '${option.replace(/^-+/, '')}'`, 1);
  const clock = wallClock(nowUs).toISOString().slice(11, 19);
  const up = `${days} days, ${String(hours).padStart(2)}:${String(minutes % 60).padStart(2, '0')}`;
  return printed(` ${clock} up ${up},  1 user,  load average: 0.08, 0.03, 0.01\n`);
};
