/**
 * Remembers what a pure function answered, by a key that holds all it depends on. Equal answers are
 * then the same object, which is how two states of a host are told apart quickly. Forgets everything
 * when it is full, so that it cannot grow without end.
 */
export class Memo<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (this.#values.size >= this.#limit) this.#values.clear();
    const value = make();
    this.#values.set(key, value);
    return value;
  }
}
