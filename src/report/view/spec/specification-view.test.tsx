/** The specification as a document: numbers, headings in order, labs drawn once, nothing of a run. */
import { expect } from 'chai';
import { renderToString } from 'preact-render-to-string';
import type { Topology } from '../../model/topology';
import { FEATURE } from '../../spec/feature.fixture';
import { SpecificationView } from './specification-view';

const LAB: Topology = {
  nodes: [{ name: 'k8s-w1', address: '192.168.10.101', nic: 'ens5' }],
  workloads: [],
  segments: [{ name: 'lan10', cidr: '192.168.10.0/24' }],
  routers: [],
  outside: [],
};

const HTML = renderToString(
  <SpecificationView
    features={[
      { uri: 'features/a.feature', feature: FEATURE, labs: [LAB] },
      { uri: 'features/b.feature', feature: { ...FEATURE, name: '' }, labs: [LAB] },
    ]}
  />,
);

describe('the specification', () => {
  it('has features, rules and scenarios as headings, none left out', () => {
    const headings = [...HTML.matchAll(/<h([2-4])[^>]*>(.*?)<\/h/g)].map(
      ([, level, words = '']) => {
        return `${level} ${words.replace(/<[^>]*>/g, '')}`;
      },
    );
    const below = ['3 Background', '3 Scenario no rule'];
    const rule = (number: string) => [
      `3 ${number} Rule: the node answers`,
      '4 Scenario Outline outlined',
    ];
    expect(headings).to.deep.equal([
      '2 Contents차례',
      '2 1 A pod &lt;b>talks&lt;/b>',
      ...below,
      ...rule('1.1'),
      '2 2 features/b.feature',
      ...below,
      ...rule('2.1'),
    ]);
  });

  it('leads from its contents to each feature and each rule', () => {
    const links = [...HTML.matchAll(/<li><a href="#([^"]*)"/g)].map(([, anchor]) => anchor);
    expect(links).to.deep.equal(['spec-1', 'spec-1-1', 'spec-2', 'spec-2-1']);
    for (const anchor of links) expect(HTML).to.contain(` id="${anchor}"`);
  });

  it('draws a lab once', () => {
    expect(HTML.match(/<figure/g)).to.have.length(1);
    expect(HTML).to.contain('The lab is that of');
  });

  it('shows tables, texts, placeholders and examples, and no markup of others', () => {
    expect(HTML).to.contain('<td>a|b</td><td>&lt;i></td>');
    expect(HTML).to.contain('<pre>kind: Pod</pre>');
    expect(HTML).to.contain('pod1 pings <var>&lt;address></var>');
    expect(HTML).to.contain('<th scope="col">address</th>');
    expect(HTML).to.contain('<p class="spec-words">The outside does not know.</p>');
  });
});
