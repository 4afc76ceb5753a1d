/** The page of features that are run again: what was run last, and nothing of what was there before. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { allOf, captured, type MadeScenario, madeRun, verdict } from '../read/messages.fixture';
import { pcapngOf } from './made-capture.fixture';
import { RunPage } from './run-page';
import { WatchedPage } from './watched-page';

describe('the page of a watch', () => {
  let folder = '';
  let page: WatchedPage;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
    page = new WatchedPage(folder);
  });
  afterEach(() => {
    page.close();
    rmSync(folder, { recursive: true });
  });

  const scenario = (line: number, word: 'held' | 'violated'): MadeScenario => ({
    name: `at ${line}`,
    line,
    attachments: [verdict(word, word === 'held' ? '' : 'it was lost'), captured(pcapngOf(2, line))],
    ...(word === 'held' ? {} : { status: 'FAILED' as const }),
  });

  function messages(uri: string, ...scenarios: readonly MadeScenario[]): readonly Envelope[] {
    return allOf(madeRun(uri, uri, scenarios));
  }

  /** @returns the page afterwards */
  function run(all: readonly Envelope[], ...gone: readonly string[]): string {
    page.forget((path, line) => gone.includes(path) || gone.includes(`${path}:${line}`));
    page.begin();
    for (const message of all) page.take(message);
    page.write([]);
    return readFileSync(join(folder, 'index.html'), 'utf8');
  }

  const idsIn = (html: string): readonly string[] =>
    [...html.matchAll(/<details class="scenario" id="([^"]*)"/g)].map(([, id = '']) => id);

  it('has each scenario once, as it was run last, in the order of the features', () => {
    run([...messages('a.feature', scenario(3, 'violated'), scenario(9, 'held'))]);
    run([...messages('b.feature', scenario(3, 'held'))]);
    const html = run(messages('a.feature', scenario(3, 'held')), 'a.feature:3');
    expect(html).to.contain('<title>3 scenarios: 3 held</title>');
    expect(idsIn(html)).to.deep.equal(['s-a-3', 's-a-9', 's-b-3']);
    expect(html).to.contain('Each verdict is of the last time that its scenario was run');
  });

  it('takes the captures away of what is no longer there, and of nothing else', () => {
    run(messages('a.feature', scenario(3, 'violated'), scenario(9, 'violated')));
    run(messages('b.feature', scenario(3, 'violated')));
    const html = run(messages('a.feature', scenario(4, 'violated')), 'a.feature');
    expect(idsIn(html)).to.deep.equal(['s-a-4', 's-b-3']);
    const files = readdirSync(join(folder, 'captures')).sort();
    expect(files).to.deep.equal([
      ...['a-4', 'a-4.json', 'a-4.pcapng'],
      ...['b-3', 'b-3.json', 'b-3.pcapng'],
    ]);
    for (const [, path = ''] of html.matchAll(/href="(captures\/[^"]*)"/g)) {
      expect(existsSync(join(folder, path))).to.equal(true);
    }
  });

  it('is that of a run where everything was run at once', () => {
    const all = messages('a.feature', scenario(3, 'violated'), scenario(9, 'held'));
    const watched = run(all);
    const once = new RunPage(folder);
    for (const message of all) once.take(message);
    once.finish();
    expect(watched).to.equal(readFileSync(join(folder, 'index.html'), 'utf8'));
  });

  it('says which features cannot be read, until they can', () => {
    const unreadable: Envelope = {
      parseError: { source: { uri: 'b.feature', location: { line: 1 } }, message: '(1:1): no' },
    };
    run(messages('a.feature', scenario(3, 'held')));
    const said = 'b.feature: (1:1): no';
    expect(run([unreadable], 'b.feature')).to.contain(said);
    expect(run(messages('a.feature', scenario(3, 'held')), 'a.feature')).to.contain(said);
    expect(run([unreadable], 'b.feature').split(said)).to.have.length(2);
    expect(run(messages('b.feature', scenario(3, 'held')), 'b.feature')).not.to.contain(said);
  });
});
