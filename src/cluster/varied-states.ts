/**
 * What a variant of the engine brings hosts to, in place of what Calico wants. A wanted state is a value
 * that many scenarios share, so what becomes of it is worked out once.
 */
import type { HostState } from '../host/host-state';
import type { ControlPlane, WantedStates } from './control-plane';
import type { EngineVariant, VariantHost } from './engine-variant';

export function variedStates(control: ControlPlane, variant: EngineVariant): WantedStates {
  const { model, wanted } = control;
  const { hostState } = variant;
  if (hostState === undefined) return wanted;
  const known = statesOf(variant);
  const vary = (state: HostState, host: VariantHost): HostState => {
    const varied = known.get(state) ?? hostState(state, host);
    known.set(state, varied);
    return varied;
  };
  const endpoints = new Map(model.endpoints.map((endpoint) => [endpoint.netns, endpoint]));
  return {
    nodes: mapValues(wanted.nodes, (state, name) => vary(state, { kind: 'node', name, model })),
    pods: mapValues(wanted.pods, (state, netns) => {
      const endpoint = endpoints.get(netns);
      return endpoint === undefined ? state : vary(state, { kind: 'pod', endpoint, model });
    }),
  };
}

const knownStates = new WeakMap<EngineVariant, WeakMap<HostState, HostState>>();

function statesOf(variant: EngineVariant): WeakMap<HostState, HostState> {
  let states = knownStates.get(variant);
  if (states === undefined) {
    states = new WeakMap();
    knownStates.set(variant, states);
  }
  return states;
}

function mapValues<Value>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value, key: string) => Value,
): ReadonlyMap<string, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
