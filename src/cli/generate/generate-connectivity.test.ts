/**
 * Generated features: they hold as they are, wherever they are written.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { failuresIn, heldIn, runFeatures } from '../../../steps/support/run-features';
import { packageRoot } from '../../package/package-root';
import { formatFeature } from '../../spec/format-feature';
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

/** One node, and nobody outside. */
const LONELY = `apiVersion: calicumber.dev/v1
kind: Underlay
metadata: { name: lonely }
spec:
  segments: [{ name: lan, cidr: 192.168.10.0/24 }]
  routers: [{ name: router, addresses: [192.168.10.254/24] }]
---
apiVersion: v1
kind: Node
metadata: { name: alone }
status: { addresses: [{ type: InternalIP, address: 192.168.10.10 }] }
---
apiVersion: projectcalico.org/v3
kind: IPPool
metadata: { name: default-ipv4-ippool }
spec: { cidr: 172.16.0.0/16, blockSize: 24 }
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

  it('says in full what no folder has, whatever quotes it has in it, and is formatted', async () => {
    const pods = join(folder, 'quoted.yaml');
    const quotes = `  annotations:\n    note: |\n      """\n      a \\ and a |\n      """\n`;
    const pod = readFileSync(PODS, 'utf8').replace(/( {2}name: pod1\n)/, `$1${quotes}`);
    expect(pod).to.include('"""');
    writeFileSync(pods, pod);
    const text = await held({ apply: [pods] });
    expect(formatFeature(text).text).to.equal(text);
  });

  it('refuses to write what would prove nothing', async () => {
    const lab = join(folder, 'features', 'labs', 'lonely.yaml');
    writeFileSync(lab, LONELY);
    const output = join(folder, 'features', 'x.feature');
    const error = await generateConnectivity({ lab, apply: [], output, language: 'en' }).catch(
      String,
    );
    expect(error).to.include('nobody reaches anybody here');
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
