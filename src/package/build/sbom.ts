/**
 * The bill of materials of a package (`npm run sbom`) as CycloneDX: what `npm sbom` says of the checkout,
 * without what only serves to develop, and with what the package holds in bundles.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { bundledPackages } from './bundles';

interface Component {
  readonly 'bom-ref': string;
  readonly properties: readonly { readonly name: string }[];
}

export interface Bom {
  readonly metadata: { readonly component: object };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const DEVELOPMENT = 'cdx:npm:package:development';

/** @param bundled packages, as NAME@VERSION */
export function withoutDevelopment(bom: Bom, bundled: ReadonlySet<string>): Bom {
  const components = bom.components.flatMap((component) => {
    const properties = component.properties.filter(({ name }) => name !== DEVELOPMENT);
    const isKept =
      properties.length === component.properties.length || bundled.has(component['bom-ref']);
    return isKept ? [{ ...component, properties }] : [];
  });
  const dropped = new Set(bom.components.map((component) => component['bom-ref']));
  for (const component of components) dropped.delete(component['bom-ref']);
  const dependencies = bom.dependencies
    .filter(({ ref }) => !dropped.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => !dropped.has(to)) }));
  // npm says the name of the folder.
  const component = { ...bom.metadata.component, name: 'calicumber' };
  return { ...bom, metadata: { ...bom.metadata, component }, components, dependencies };
}

function main(): void {
  const root = packageRoot();
  const words = ['sbom', '--sbom-format', 'cyclonedx'];
  const said = execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });
  const bundled = bundledPackages(root).map((folder) => nameIn(join(root, folder)));
  const bom = withoutDevelopment(JSON.parse(said), new Set(bundled));
  mkdirSync(join(root, 'reports'), { recursive: true });
  const file = join('reports', 'sbom.cdx.json');
  writeFileSync(join(root, file), `${JSON.stringify(bom, undefined, 2)}\n`);
  process.stdout.write(`${file}: ${bom.components.length} components\n`);
}

function nameIn(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}

if (require.main === module) main();
