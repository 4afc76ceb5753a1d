/** Carries a template out (Go's text/template/exec.go). */
import { unreachable } from '../../../base/invariant';
import type { Json, JsonObject } from '../go-yaml';
import { builtinFunctions, isTrue, printed, type TemplateFunction } from './functions';
import {
  type BlockNode,
  type Operand,
  type Pipeline,
  parseTemplate,
  type TemplateNode,
} from './parse-template';
import { TemplateError } from './template-error';

/** How the fields of values are found, and what functions there are besides Go's own. */
export interface TemplateHost {
  /** @throws TemplateError where a value has no such field */
  field(value: Json | undefined, name: string): Json | undefined;
  readonly functions: Readonly<Record<string, TemplateFunction>>;
}

/** @throws TemplateError */
export function executeTemplate(source: string, data: Json, host: TemplateHost): string {
  const nodes = parseTemplate(source);
  return new Execution(host).walk(nodes, data, new Map([['$', data]]));
}

type Variables = Map<string, Json | undefined>;

class Execution {
  readonly #host: TemplateHost;

  constructor(host: TemplateHost) {
    this.#host = host;
  }

  walk(nodes: readonly TemplateNode[], dot: Json | undefined, variables: Variables): string {
    return nodes.map((node) => this.#node(node, dot, variables)).join('');
  }

  #node(node: TemplateNode, dot: Json | undefined, variables: Variables): string {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'range') return this.#range(node, dot, variables);
    const inner: Variables = node.kind === 'action' ? variables : new Map(variables);
    const value = this.#pipeline(node.pipeline, dot, inner);
    const [name] = node.pipeline.variables;
    if (name !== undefined) inner.set(name, value);
    if (node.kind === 'action') return name === undefined ? printed(value) : '';
    if (!isTrue(value)) return this.walk(node.otherwise, dot, inner);
    return this.walk(node.body, node.kind === 'with' ? value : dot, inner);
  }

  #range(
    { pipeline, body, otherwise }: BlockNode,
    dot: Json | undefined,
    variables: Variables,
  ): string {
    const value = this.#pipeline(pipeline, dot, variables);
    const entries = entriesOf(value);
    if (entries.length === 0) return this.walk(otherwise, dot, variables);
    return entries
      .map(([key, item]) => {
        const inner: Variables = new Map(variables);
        const [first, second] = pipeline.variables;
        if (second !== undefined) inner.set(second, item);
        if (first !== undefined) inner.set(first, second === undefined ? item : key);
        return this.walk(body, item, inner);
      })
      .join('');
  }

  #pipeline({ commands }: Pipeline, dot: Json | undefined, variables: Variables): Json | undefined {
    let last: readonly (Json | undefined)[] = [];
    for (const command of commands) last = [this.#command(command, last, dot, variables)];
    return last[0];
  }

  #command(
    [first, ...rest]: readonly Operand[],
    piped: readonly (Json | undefined)[],
    dot: Json | undefined,
    variables: Variables,
  ): Json | undefined {
    if (first === undefined) return undefined;
    if (first.kind !== 'function') {
      if (rest.length + piped.length > 0) {
        throw new TemplateError("can't give argument to non-function");
      }
      return this.#operand(first, dot, variables);
    }
    const name = first.name;
    const { functions } = this.#host;
    const own = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const call =
      own ?? (Object.hasOwn(builtinFunctions, name) ? builtinFunctions[name] : undefined);
    if (call === undefined) throw new TemplateError(`function "${name}" not defined`);
    return call(...rest.map((operand) => this.#operand(operand, dot, variables)), ...piped);
  }

  #operand(operand: Operand, dot: Json | undefined, variables: Variables): Json | undefined {
    switch (operand.kind) {
      case 'literal':
        return operand.value;
      case 'function':
        return this.#command([operand], [], dot, variables);
      case 'pipeline':
        return this.#fields(this.#pipeline(operand.pipeline, dot, variables), operand.names);
      case 'fields': {
        const { variable, names } = operand;
        if (variable === undefined) return this.#fields(dot, names);
        if (!variables.has(variable)) throw new TemplateError(`undefined variable "${variable}"`);
        return this.#fields(variables.get(variable), names);
      }
      default:
        return unreachable(operand);
    }
  }

  #fields(value: Json | undefined, names: readonly string[]): Json | undefined {
    return names.reduce((of: Json | undefined, name) => this.#host.field(of, name), value);
  }
}

/** The members of a list with their places, or of a map with their names, in order. */
function entriesOf(value: Json | undefined): readonly (readonly [Json, Json | undefined])[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((item: Json, at) => [at, item]);
  if (typeof value !== 'object') throw new TemplateError(`range can't iterate over ${value}`);
  const map = value as JsonObject;
  return Object.keys(map)
    .sort()
    .map((name) => [name, map[name]]);
}
