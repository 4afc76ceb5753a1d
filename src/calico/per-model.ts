/**
 * What is computed once a model, or once a node of a model, however often it is asked for. Models are
 * values, so an answer never grows old; it goes when the model goes.
 */
import type { CalicoModel, CalicoNode } from './model';

export function perModel<Value>(
  make: (model: CalicoModel) => Value,
): (model: CalicoModel) => Value {
  const made = new WeakMap<CalicoModel, { readonly value: Value }>();
  return (model) => {
    const known = made.get(model);
    if (known !== undefined) return known.value;
    const value = make(model);
    made.set(model, { value });
    return value;
  };
}

export function perNode<Value>(
  make: (model: CalicoModel, node: CalicoNode) => Value,
): (model: CalicoModel, node: CalicoNode) => Value {
  const ofModel = perModel(() => new Map<CalicoNode, { readonly value: Value }>());
  return (model, node) => {
    const made = ofModel(model);
    const known = made.get(node);
    if (known !== undefined) return known.value;
    const value = make(model, node);
    made.set(node, { value });
    return value;
  };
}
