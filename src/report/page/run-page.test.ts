/**
 * The page of a run, from messages as Cucumber sends them: nothing in it is anybody's markup, path or
 * network address, only its own script may run, and the captures lie beside it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { TOPOLOGY_MEDIA_TYPE } from '../model/media-types';
import { allOf, attached, captured, madeRun, verdict } from '../read/messages.fixture';
import { hostileLine } from '../testing/hostile.fixture';
import { pcapngOf } from './made-capture.fixture';
import { RunPage, type RunPageOptions } from './run-page';

const URI = 'features/nat.feature';
const TOPOLOGY = { nodes: [], workloads: [], segments: [], routers: [], outside: [] };

describe('the page of a run', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function pageOf(messages: readonly Envelope[], options: RunPageOptions = {}): string {
    const page = new RunPage(folder, options);
    for (const message of messages) page.take(message);
    page.finish(['it ran on a stand-in']);
    return readFileSync(join(folder, 'index.html'), 'utf8');
  }

  const files = (): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

  it('counts verdicts, and shows a scenario with its sentence, its verdict and why', () => {
    const html = pageOf(
      allOf(
        madeRun(URI, 'NAT', [
          { name: 'b', line: 9, attachments: [verdict('held')], tags: ['@nat'] },
          {
            name: 'a',
            line: 3,
            attachments: [verdict('violated', 'it was lost')],
            status: 'FAILED',
          },
        ]),
      ),
    );
    expect(html).to.contain('<title>2 scenarios: 1 held, 1 violated</title>');
    expect(html).to.contain('<pre class="scenario-why">it was lost</pre>');
    expect(html).to.contain('<a href="#s-nat-3">a</a>');
    expect(html.match(/<details class="scenario" id="[^"]*"/g)).to.deep.equal([
      '<details class="scenario" id="s-nat-3"',
      '<details class="scenario" id="s-nat-9"',
    ]);
    for (const words of ['<dd>sim</dd>', '<dd>7</dd>', 'it ran on a stand-in']) {
      expect(html).to.contain(words);
    }
  });

  it('lets its own script and style be, by their hashes, and nothing else', () => {
    const html = pageOf(allOf(madeRun(URI, 'NAT', [{ name: 'a', line: 3 }])));
    const hashOf = (tag: string): string => {
      const [, text = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html) ?? [];
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(html).to.contain(
      `content="default-src 'none'; script-src ${hashOf('script')}; style-src ${hashOf('style')}; ` +
        `img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(html.match(/<script[ >]/g)).to.have.length(1);
    expect(html.match(/ style=| on[a-z]+="/g)).to.equal(null);
  });

  it('has no markup of others', () => {
    const bad = hostileLine('name');
    const html = pageOf(
      allOf(
        madeRun(`features/${bad}`, bad, [
          {
            name: bad,
            line: 3,
            rule: bad,
            tags: [`@${bad}`],
            sentence: bad,
            status: 'FAILED',
            attachments: [verdict('violated', bad)],
          },
          { name: 'long '.repeat(20_000), line: 5, attachments: [verdict('held')] },
        ]),
      ),
    );
    const own = html.replace(/<(script|style)>.*?<\/\1>/gs, '');
    expect(own.match(/<(script|iframe|img|svg|style)|href="(?!#)|\u202e/g)).to.equal(null);
    expect(own.length).to.be.below(50_000);
  });

  it('tells nothing of the machine, its user, or where the features came from', () => {
    const ci = {
      name: 'x',
      url: 'https://ci',
      git: { remote: 'ssh://203.0.113.9/me', revision: 'r' },
    };
    const program = { name: 'node.js', version: '20' };
    const meta = { protocolVersion: '1', implementation: program, runtime: program, cpu: program };
    const message = "ENOENT '/home/somebody/a.yaml'\n    at run (/home/somebody/steps.ts:1:1)";
    const run = madeRun('/home/somebody/a.feature', 'NAT', [
      { name: 'a', line: 3, status: 'FAILED', message },
    ]);
    const html = pageOf([{ meta: { ...meta, os: { name: 'linux' }, ci } }, ...allOf(run)]);
    expect(html.match(/somebody|203\.0\.113\.9|\/home|https?:\/\/ci/g)).to.equal(null);
    expect(html).to.contain('…/a.yaml');
  });

  it('holds evidence that many scenarios left once', () => {
    const attachments = [verdict('held'), attached(TOPOLOGY_MEDIA_TYPE, TOPOLOGY)];
    const made = [3, 5].map((line) => ({ name: 'a', line, attachments }));
    const html = pageOf(allOf(madeRun(URI, 'NAT', made)));
    const data = [...html.matchAll(/<script type="application\/octet-stream" id="(.*?)">(.*?)</g)];
    expect(data).to.have.length(1);
    const [, id, base64 = ''] = data[0] ?? [];
    expect(html.match(new RegExp(`data-evidence="${id}"`, 'g'))).to.have.length(2);
    const evidence = JSON.parse(inflateRawSync(Buffer.from(base64, 'base64')).toString('utf8'));
    expect(evidence).to.deep.equal({ topology: TOPOLOGY, walks: [], mismatches: [] });
  });

  it('writes captures beside it, and takes those of the run before away', () => {
    const pageOfOne = (name: 'held' | 'violated') => {
      const attachments = [verdict(name), captured(pcapngOf(1))];
      return pageOf(allOf(madeRun(URI, 'NAT', [{ name: 'a', line: 3, attachments }])));
    };
    expect(pageOfOne('violated')).to.contain('<a href="captures/nat-3/k8s-w1-tunl0.pcap"');
    const captures = ['captures', 'captures/nat-3', 'captures/nat-3.json', 'captures/nat-3.pcapng'];
    const all = [...captures, 'captures/nat-3/k8s-w1-tunl0.pcap', 'index.html'];
    expect(files()).to.deep.equal(all);
    expect(pageOfOne('held')).to.contain('<a href="captures/nat-3.pcapng"');
    expect(files()).to.deep.equal(['captures', 'captures/nat-3.pcapng', 'index.html']);
    pageOf(allOf(madeRun(URI, 'NAT', [{ name: 'a', line: 3 }])));
    expect(files()).to.deep.equal(['captures', 'index.html']);
  });

  it('is one file where it is to be sent', () => {
    const attachments = [verdict('held'), captured(pcapngOf(1))];
    const run = allOf(madeRun(URI, 'NAT', [{ name: 'a', line: 3, attachments }]));
    expect(pageOf(run, { isSingleFile: true })).to.contain('application/octet-stream');
    expect(files()).to.deep.equal(['index.html']);
  });

  it('is not there before it is whole', () => {
    const page = new RunPage(folder);
    for (const message of allOf(madeRun(URI, 'NAT', [{ name: 'a', line: 3 }]))) page.take(message);
    expect(existsSync(join(folder, 'index.html'))).to.equal(false);
    page.finish();
    expect(existsSync(join(folder, 'index.html'))).to.equal(true);
  });
});
