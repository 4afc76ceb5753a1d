/**
 * Holds our schemas to the table of the real CRDs' fields, limits, defaults and rules: each schema is
 * turned into such a table and compared line by line.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { calicoKinds } from './index';
import { ipPoolKind } from './ip-pool';

interface Field {
  readonly type?: string;
  readonly [setting: string]: unknown;
}

interface KindRow {
  readonly scope: string;
  readonly plural: string;
  readonly shortNames: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
  readonly rules: readonly { at: string; says: string; onUpdateOnly: boolean }[];
}

interface JsonSchema {
  readonly [setting: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | false;
  readonly anyOf?: readonly JsonSchema[];
  readonly required?: readonly string[];
  readonly rules?: readonly string[];
}

const table = JSON.parse(readFileSync(join(__dirname, 'calico-kinds.json'), 'utf8')) as Record<
  string,
  KindRow
>;

/** What libcalico-go fills in where the CRD leaves a gap (lib/clientv3/ippool.go). */
const FILLED_BY_LIBCALICO: Readonly<Record<string, unknown>> = {
  'spec.disableBGPExport': false,
  'spec.disabled': false,
  'spec.ipipMode': 'Never',
  'spec.natOutgoing': false,
  'spec.vxlanMode': 'Never',
};

const SETTINGS = [
  'enum',
  'default',
  'minimum',
  'maximum',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'format',
] as const;

describe('the schemas of Calico’s kinds', () => {
  for (const [kind, row] of Object.entries(table)) {
    const ours = calicoKinds.find((candidate) => candidate.kind === kind);
    const json = z.toJSONSchema(ours?.schema ?? z.never(), { io: 'input' }) as JsonSchema;
    const fields: Record<string, Field> = {};
    const rules: { at: string; says: string }[] = [];
    collect(json, '', false, fields, rules);

    it(`${kind} has the CRD's names`, () => {
      expect(ours).to.include({ plural: row.plural, isNamespaced: row.scope === 'Namespaced' });
      expect(ours?.shortNames).to.include.members([...row.shortNames]);
    });

    it(`${kind} has the CRD's fields, limits and defaults`, () => {
      const filled = kind === 'IPPool' ? FILLED_BY_LIBCALICO : {};
      for (const path of Object.keys(filled))
        delete (fields[path] as { default?: unknown }).default;
      expect(fields).to.deep.equal(withoutMootDemands(row.fields));
    });

    it(`${kind} has the CRD's rules, in its words`, () => {
      const wanted = row.rules.filter((rule) => !rule.onUpdateOnly);
      expect(rules.map(lineOf).sort()).to.deep.equal(wanted.map(lineOf).sort());
    });
  }
});

describe('a change of an IPPool', () => {
  const pool = (cidr: string, blockSize: number) =>
    ipPoolKind.schema.parse({
      apiVersion: 'projectcalico.org/v3',
      kind: 'IPPool',
      metadata: { name: 'pool' },
      spec: { cidr, blockSize },
    });
  const before = pool('172.16.0.0/16', 24);

  for (const [at, after] of [
    ['spec.blockSize', pool('172.16.0.0/16', 26)],
    ['spec.cidr', pool('172.17.0.0/16', 24)],
  ] as const) {
    it(`of ${at} is refused in the CRD's words`, () => {
      const rule = table['IPPool']?.rules.find((one) => one.onUpdateOnly && one.at === at);
      const objection = { path: at.split('.'), says: rule?.says };
      expect(ipPoolKind.validateUpdate?.(before, after)).to.deep.equal(objection);
    });
  }

  it('of neither is nobody’s business', () => {
    expect(ipPoolKind.validateUpdate?.(before, before)).to.equal(undefined);
  });
});

/** A field with a default need not be given, whatever the CRD says besides. */
function withoutMootDemands(fields: KindRow['fields']): KindRow['fields'] {
  const rows = Object.entries(fields).map(([path, { required, ...field }]): [string, Field] => {
    return [path, required && !('default' in field) ? { ...field, required } : field];
  });
  return Object.fromEntries(rows);
}

const lineOf = ({ at, says }: { at: string; says: string }) => `${at}: ${says}`;

function collect(
  schema: JsonSchema,
  path: string,
  isRequired: boolean,
  fields: Record<string, Field>,
  rules: { at: string; says: string }[],
): void {
  if (path.startsWith('spec')) fields[path] = fieldOf(schema, isRequired);
  for (const says of schema.rules ?? []) rules.push({ at: path === '' ? '.' : path, says });
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (path === '' && name !== 'spec') continue;
    const required = path !== '' && (schema.required?.includes(name) ?? false);
    collect(property, path === '' ? name : `${path}.${name}`, required, fields, rules);
  }
  if (schema.items) collect(schema.items, `${path}[]`, false, fields, rules);
  if (schema.additionalProperties) {
    collect(schema.additionalProperties, `${path}{}`, false, fields, rules);
  }
}

function fieldOf(schema: JsonSchema, isRequired: boolean): Field {
  // The CRDs give every int-or-string this pattern, which all texts fit.
  if (schema.anyOf) {
    return { type: 'int-or-string', pattern: '^.*', ...(isRequired ? { required: true } : {}) };
  }
  const settings = SETTINGS.flatMap((name) => {
    const value = schema[name];
    const isUnlimited = Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;
    return value === undefined || isUnlimited ? [] : [[name, value]];
  });
  const { type, enum: words } = schema as { type: string; enum?: unknown };
  return {
    type: type === 'number' && words ? 'integer' : type,
    ...Object.fromEntries(settings),
    ...(isRequired ? { required: true } : {}),
  };
}
