/**
 * The words after `ip route add` in a scenario, read as the tool itself reads them.
 */
import { IpWords } from '../commands/ip/ip-words';
import { parseRoute } from '../commands/ip/route/parse-route';
import type { Route } from '../host/route';
import { CommandError } from '../netfilter/command-error';
import { ScenarioError } from './scenario';

export function parseRouteWords(text: string): Route {
  try {
    return parseRoute(new IpWords(text.split(/\s+/).filter((word) => word !== '')));
  } catch (error) {
    if (error instanceof CommandError) throw new ScenarioError(`ip route: ${error.message}`);
    throw error;
  }
}
