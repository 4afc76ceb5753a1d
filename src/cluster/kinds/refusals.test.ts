/**
 * Bad manifests, each with the whole message that a person gets. golden/*.refusals hold them by
 * subject: a title, the manifest, the message. UPDATE_GOLDEN=1 rewrites the messages.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ResourceStore } from '../../k8s/store';
import { ManifestError } from '../../manifest/manifest-error';
import { admit } from './admit';
import { parseManifest } from './parse-manifest';

const GOLDEN = join(__dirname, 'golden');
const FEATURES = join(__dirname, '../../../features');
const CASE = /^=== (.*)\n([\s\S]*?)^--- refused\n([\s\S]*?)(?=^=== |(?![\s\S]))/gm;

function apply(store: ResourceStore, text: string, source: string): void {
  for (const parsed of parseManifest(text, source)) {
    admit(parsed, store);
    store.put(parsed.kind, parsed.resource);
  }
}

/** The default lab with pod1 on k8s-w1. */
const lab = new ResourceStore();
for (const file of ['labs/kans.yaml', 'manifests/one-pod.yaml']) {
  apply(lab, readFileSync(join(FEATURES, file), 'utf8'), file);
}

function refusalOf(manifest: string): string {
  try {
    apply(lab.fork(), manifest, 'my.yaml');
  } catch (error) {
    expect(error).to.be.instanceOf(ManifestError);
    return (error as ManifestError).message;
  }
  return 'nothing: it was accepted';
}

for (const file of readdirSync(GOLDEN)) {
  const path = join(GOLDEN, file);
  const cases = [...readFileSync(path, 'utf8').matchAll(CASE)];
  if (process.env['UPDATE_GOLDEN'] === '1') {
    const blocks = cases.map(([, title = '', manifest = '']) => {
      return `=== ${title}\n${manifest}--- refused\n${refusalOf(manifest)}\n`;
    });
    writeFileSync(path, blocks.join('\n'));
  }
  describe(`what is refused of ${file.replace('.refusals', '')}`, () => {
    for (const [, title, manifest = '', message = ''] of cases) {
      it(`${title}`, () => expect(refusalOf(manifest)).to.equal(message.trimEnd()));
    }
  });
}
