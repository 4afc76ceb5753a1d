/** Whether two plain values (what JSON can say) are equal; the order of fields does not matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, at) => sameValue(item, other[at]))
    );
  }
  if (!isMapping(one) || !isMapping(other)) return false;
  const names = definedFields(one);
  return (
    names.length === definedFields(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameValue(one[name], other[name]))
  );
}

/** A field that is `undefined` is a field that is not there. */
function definedFields(mapping: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(mapping).filter((name) => mapping[name] !== undefined);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
