/** What keeps a submission from being judged, said before anything is. */
import { expect } from 'chai';
import { complaintsOfFeatures } from './preflight-features';

const NOTHING = { manifests: [], scripts: [], features: [], code: [], problems: [] };
const FEATURE = {
  name: 'a.feature',
  text: 'Feature: a\n  Scenario: b\n    When pod1 pings 8.8.8.8\n',
};

describe("a student's features", () => {
  it('may not have two manifests of one place', async () => {
    const manifest = (name: string) => ({ name, text: '' });
    const manifests = ['features/manifests/p.yaml', 'manifests/p.yaml'].map(manifest);
    const files = { ...NOTHING, manifests, features: [FEATURE] };
    expect(await complaintsOfFeatures(files, 10, 1)).to.deep.equal([
      'features/manifests/p.yaml and manifests/p.yaml are one to a feature; rename one',
    ]);
  });

  it('are not too large', async () => {
    const text = `Feature: ${'x'.repeat(2000)}\n`;
    const files = { ...NOTHING, features: [{ name: 'a.feature', text }] };
    expect(await complaintsOfFeatures(files, 10, 1)).to.deep.equal([
      'a.feature:1: a line of 2009 characters; at most 1000 are read',
    ]);
  });
});
