/**
 * `-o go-template`: the resources as Go's structs, whose fields have Go's names: `.ObjectMeta.Name`,
 * `.Spec.CIDR`. They are those of the JSON but for capitals; what Go leaves out of the JSON is empty.
 */
import type { Cluster } from '../../cluster';
import { executeTemplate } from '../go-template/execute-template';
import { printed } from '../go-template/functions';
import { TemplateError } from '../go-template/template-error';
import type { Json, JsonObject } from '../go-yaml';
import { FatalError } from './calico-error';

/** @param resources as Go has them: always a list @throws FatalError */
export function renderTemplate(source: string, resources: Json, cluster: Cluster): string {
  const asNumber = String(cluster.control.model.bgp.asNumber);
  const functions = {
    join: (items: Json | undefined, separator: Json | undefined) => join(items, separator, 0),
    joinAndTruncate: (
      items: Json | undefined,
      separator: Json | undefined,
      length: Json | undefined,
    ) => join(items, separator, Number(length)),
    config: () => asNumber,
  };
  try {
    return executeTemplate(source, resources, { field, functions });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new FatalError(`template: get:1: ${error.message}`);
  }
}

/** Go's names where they are not the JSON's in capitals; these two are embedded. */
const EMBEDDED: Readonly<Record<string, string>> = { ObjectMeta: 'metadata', ListMeta: 'metadata' };

/** Booleans that `omitempty` leaves out where they are false, and numbers where they are zero. */
const FALSE = /^(NATOutgoing|Disabled|DisableBGPExport|DoNotTrack|PreDNAT|ApplyOnForward)$/;
const ZERO = /^(ASNumber|BlockSize|MaxBlocksPerHost)$/;

function field(value: Json | undefined, name: string): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new TemplateError(`can't evaluate field ${name} in type ${printed(value)}`);
  }
  const object = value as JsonObject;
  if (name === 'TypeMeta') return value;
  const embedded = EMBEDDED[name];
  if (embedded !== undefined) return object[embedded];
  const own = find(object, name);
  if (own !== undefined) return own;
  // What is embedded lends its fields: `.Name`.
  const metadata = object['metadata'];
  const lent = metadata === undefined ? undefined : find(metadata as JsonObject, name);
  if (lent !== undefined) return lent;
  if (FALSE.test(name)) return false;
  return ZERO.test(name) ? 0 : '';
}

function find(object: JsonObject, name: string): Json | undefined {
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

const CUT = '...';

/** The members of a list, or the fields of a map as `a=b`, cut where they are long. */
function join(items: Json | undefined, separator: Json | undefined, lengthMax: number): string {
  const text = membersOf(items).join(String(separator));
  if (lengthMax <= 0 || text.length <= lengthMax) return text;
  return text.slice(0, lengthMax - CUT.length) + CUT;
}

function membersOf(items: Json | undefined): readonly string[] {
  if (items === undefined || items === null || items === '') return [];
  if (Array.isArray(items)) return items.map(printed);
  if (typeof items !== 'object') return [printed(items)];
  return Object.entries(items as JsonObject)
    .map(([name, value]) => `${name}=${printed(value)}`)
    .sort();
}
