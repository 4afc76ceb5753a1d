/** What a page says of a hop: each kind of step, in both languages, and nothing of a stranger as markup. */
import { expect } from 'chai';
import { renderToString } from 'preact-render-to-string';
import type { WalkStep } from '../../model/walk';
import { DecisionsView } from './decisions-view';
import { EVERY_STEP, walkOf } from './made-walk.fixture';

function drawn(steps: readonly WalkStep[], host?: string): string {
  return renderToString(<DecisionsView walk={walkOf(steps, host)} packet={7} hop={0} />);
}

/** The text of the English page. */
function read(steps: readonly WalkStep[]): string {
  return drawn(steps)
    .replace(/<span lang="ko">.*?<\/span>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, ' ');
}

describe('the decisions of a hop', () => {
  it('are told in order, tables that let the packet pass untouched in one line', () => {
    const kinds = [...drawn(EVERY_STEP).matchAll(/decisions-of-([a-z]+)/g)].map(([, kind]) => kind);
    expect(kinds).to.deep.equal([
      'receive',
      'untouched',
      ...EVERY_STEP.slice(3).map(({ kind }) => kind),
    ]);
    expect(read(EVERY_STEP)).to.contain('raw PREROUTING · mangle PREROUTING no rule decided');
  });

  it('say which rules fitted and which stand just before', () => {
    const text = read(EVERY_STEP);
    expect(text).to.contain('cali-FORWARD 2 rules before, not fitted');
    expect(text).to.contain('3 – not fitted -i tunl0 -j cali-from-host-endpoint');
    expect(text).to.contain('4 ✔ fitted -m mark --mark 0x10000/0x10000 -j ACCEPT Verdict : ACCEPT');
  });

  it('say which routes lost, and why', () => {
    const text = read(EVERY_STEP);
    expect(text).to.contain('✔ chosen 8.8.8.0/24 via 192.168.10.1 dev ens5');
    expect(text).to.contain('metric 100 higher metric: 100 against 0');
    expect(text).to.contain('default via 192.168.10.1 dev ens5 shorter prefix: /0 against /24');
  });

  it('mark what NAT changed', () => {
    const html = drawn(EVERY_STEP);
    expect(html.match(/<mark.*?<\/mark>/g)).to.have.length(1);
    expect(html).to.match(/<mark[^>]*><span[^>]*>≠ <\/span><code>192\.168\.10\.101:7<\/code>/);
  });

  it('say in both languages why a packet was dropped', () => {
    const html = drawn([
      { kind: 'drop', reason: 'IP_RPFILTER', because: 'rp_filter of ens5 is 1' },
    ]);
    expect(html).to.contain('IP_RPFILTER').and.to.contain('rp_filter of ens5 is 1');
    expect(html).to.contain('is not reached through').and.to.contain('들어온 인터페이스로');
  });

  it('show hostile text as text', () => {
    const text = '<script>alert(1)</script>\u202e';
    const html = drawn(
      [
        { kind: 'note', text },
        { kind: 'deliver', to: text },
        { kind: 'neighbour', address: text, device: text, state: text },
        { kind: 'netfilter', hook: text, table: text, verdict: text, chains: [] },
        { kind: 'route', destination: text, route: text, beaten: [text] },
      ],
      text,
    );
    expect(html).not.to.contain('<script').and.not.to.contain('\u202e');
    expect(html).to.contain('&lt;script>alert(1)&lt;/script>‹U+202E›');
  });

  it('are not there for a packet that never came by', () => {
    const html = renderToString(<DecisionsView walk={walkOf([])} packet={7} hop={3} />);
    expect(html).to.contain('was not seen on this host');
  });
});
