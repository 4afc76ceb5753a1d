/**
 * The document of an observation, put together of what was seen, whoever saw it.
 */
import { isJsonArray, type Json, type JsonObject } from './json';
import type { Scenario } from './scenario';
import { type ConnectionSnapshot, connectionsJson } from './tables/connections';
import type { Tokens } from './tokens';

const SCHEMA = 'calico-oracle/1';

/** At the end of an action. */
export interface SeenAction {
  readonly result: JsonObject;
  readonly frames: JsonObject;
  readonly neigh: JsonObject;
  readonly connections: ConnectionSnapshot;
}

export interface Seen {
  /** The scenario as the observation is to quote it. */
  readonly given: JsonObject;
  readonly setupFrames: JsonObject;
  readonly actions: readonly SeenAction[];
  readonly routes: JsonObject;
}

/** @param tokens have named the numbers of all frames already, for frames name them first */
export function observation(
  { given, setupFrames, actions, routes }: Seen,
  { routing }: Scenario,
  tokens: Tokens,
): JsonObject {
  return {
    schema: SCHEMA,
    scenario: given,
    [routing === 'bird' ? '_setupFrames' : 'setupFrames']: setupFrames,
    actions: actions.map(({ connections, ...rest }, at) => ({
      action: quotedAction(given, at),
      ...rest,
      conntrack: connectionsJson(connections, tokens),
    })),
    routes,
  };
}

/** The action as the scenario spells it. */
function quotedAction({ actions = null }: JsonObject, at: number): Json {
  return isJsonArray(actions) ? (actions[at] ?? null) : null;
}
