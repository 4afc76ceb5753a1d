/**
 * Generated features: they hold as they are, wherever they are written.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { failuresIn, heldIn, runFeatures } from '../../../steps/support/run-features';
import { packageRoot } from '../../package/package-root';
import { generateConnectivity, writeFeature } from './generate-connectivity';

const FEATURES = join(packageRoot(), 'features');
const PODS = join(FEATURES, 'manifests', 'two-pods-two-nodes.yaml');

const NO_NAT = `apiVersion: projectcalico.org/v3
kind: IPPool
metadata:
  name: default-ipv4-ippool
spec:
  cidr: 172.16.0.0/16
  blockSize: 24
  ipipMode: Always
  natOutgoing: false
`;

describe('a generated feature of who reaches whom', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
    mkdirSync(join(folder, 'features', 'labs'), { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** The text, once it was run and held. */
  async function held(options: object, language: 'en' | 'ko' = 'en'): Promise<string> {
    const output = join(folder, 'features', 'generated.feature');
    const text = await generateConnectivity({ apply: [PODS], output, language, ...options });
    writeFeature(output, text);
    const messages = await runFeatures([output], 'sim');
    expect(failuresIn(messages)).to.deep.equal([]);
    expect(heldIn(messages)).to.have.length(1);
    return text;
  }

  for (const language of ['en', 'ko'] as const) {
    it(`holds, and names what it is about (${language})`, async () => {
      expect(await held({}, language)).to.match(/"two-pods-two-nodes"/);
    });
  }

  it('says X where natOutgoing is off, for both ends are alive', async () => {
    const pool = join(folder, 'pool.yaml');
    writeFileSync(pool, NO_NAT);
    const text = await held({ apply: [PODS, pool] });
    expect(text).to.match(/\| pod1 {3}\| - .* \| X {8}\|\n/);
    expect(text).to.include('      natOutgoing: false\n');
  });

  it('finds a lab in the folder of its feature', async () => {
    const lab = join(folder, 'features', 'labs', 'mine.yaml');
    writeFileSync(lab, readFileSync(join(FEATURES, 'labs', 'kans.yaml')));
    expect(await held({ lab })).to.include('Given the lab "mine"\n');
  });

  it('says of a lab that no feature finds where it belongs', async () => {
    const lab = join(folder, 'elsewhere.yaml');
    writeFileSync(lab, readFileSync(join(FEATURES, 'labs', 'kans.yaml')));
    const error = await generateConnectivity({ lab, apply: [], language: 'en' }).catch(String);
    expect(error).to.include('a feature finds its lab by name, in features/labs; copy ');
  });

  it('overwrites nothing', async () => {
    const output = join(folder, 'mine.feature');
    writeFileSync(output, 'mine');
    expect(() => writeFeature(output, 'yours')).to.throw(`${output} is there already`);
    expect(readFileSync(output, 'utf8')).to.equal('mine');
  });
});
