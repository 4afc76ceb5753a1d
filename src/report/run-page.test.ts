/**
 * The page of a run, from messages as Cucumber sends them: nothing in it is anybody's markup, path or
 * network address, and the captures lie beside it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attachment, Envelope, TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import { ipv4 } from '../addr/ipv4';
import { NO_OPTIONS } from '../wire/ipv4';
import { captureOf } from './capture-of';
import { PCAP_MEDIA_TYPE, SVG_MEDIA_TYPE } from './evidence';
import { RunPage } from './run-page';

const at = { seconds: 0, nanos: 0 };

/** A feature of one step, which ended so, and what was attached to it. */
function messagesOf(
  status: string,
  attachments: readonly Partial<Attachment>[],
  text = 'pigs <b>fly</b>',
): readonly Envelope[] {
  const uri = '/home/somebody/nat.feature';
  const started = { testCaseStartedId: 'run', timestamp: at };
  const testStepResult = {
    status: status as TestStepResultStatus,
    duration: at,
    message: `no <i>such</i> thing\n    at /home/somebody/steps.ts:1:1`,
  };
  const location = { line: 3 };
  const step = { id: 'step', keyword: 'When ', text, location };
  const scenario = { id: 's', location, name: 'x', keyword: 'Scenario', tags: [], steps: [step] };
  return [
    { gherkinDocument: { uri, feature: { children: [{ scenario }], name: 'NAT' } } },
    {
      pickle: {
        id: 'pickle',
        uri,
        name: 'a <script>',
        location,
        steps: [{ id: 'ps', astNodeIds: ['step'], text }],
      },
    },
    { testCase: { id: 'case', pickleId: 'pickle', testSteps: [{ id: 'ts', pickleStepId: 'ps' }] } },
    { testCaseStarted: { id: 'run', testCaseId: 'case', attempt: 0, timestamp: at } },
    ...attachments.map((attachment) => ({
      attachment: { testCaseStartedId: 'run', contentEncoding: 'IDENTITY', ...attachment },
    })),
    { testStepFinished: { ...started, testStepId: 'ts', testStepResult } },
    { testCaseFinished: { ...started, willBeRetried: false } },
  ] as unknown as readonly Envelope[];
}

function verdict(name: string, why: string): Partial<Attachment> {
  const mediaType = 'application/vnd.calicumber.verdict+json';
  return { mediaType, body: JSON.stringify({ verdict: name, why }) };
}

function base64(mediaType: string, bytes: Uint8Array | string): Partial<Attachment> {
  const body = Buffer.from(bytes).toString('base64');
  return { mediaType, body, contentEncoding: 'BASE64' as Attachment['contentEncoding'] };
}

describe('the page of a run', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function pageOf(messages: readonly Envelope[]): Promise<string> {
    const page = new RunPage(folder);
    for (const message of messages) page.take(message);
    await page.finish();
    return readFileSync(join(folder, 'index.html'), 'utf8');
  }

  it('counts verdicts and unfolds what did not hold', async () => {
    const html = await pageOf(messagesOf('FAILED', [verdict('violated', 'it was lost')]));
    expect(html).to.contain('<title>1 scenario: 1 violated</title>');
    expect(html).to.contain('<details class="scenario violated" open>');
    expect(html).to.contain('<pre class="why">it was lost</pre>');
    expect(html).to.contain('✖ When pigs &lt;b&gt;fly&lt;/b&gt;');
  });

  it('takes a scenario without a verdict for not established', async () => {
    const html = await pageOf(messagesOf('UNDEFINED', []));
    expect(html).to.contain('<title>1 scenario: 1 not established</title>');
    expect(html).to.contain('no &lt;i&gt;such&lt;/i&gt; thing</pre>');
  });

  it('has no markup of others, no script, and no path of the machine', async () => {
    const html = await pageOf(messagesOf('PASSED', [verdict('held', '')]));
    expect(html).to.contain("content=\"default-src 'none'; img-src data:; style-src");
    expect(html).to.contain('a &lt;script&gt; <span class="soft">nat.feature:3</span>');
    expect(html.match(/<script|somebody|https?:/g)).to.equal(null);
  });

  it('shows pictures as pictures, so that nothing in them can run', async () => {
    const picture = base64(SVG_MEDIA_TYPE, '<svg onload="alert(1)"/>');
    const broken = { ...picture, body: '" onerror="alert(1)' };
    const html = await pageOf(messagesOf('PASSED', [verdict('held', ''), picture, broken]));
    expect(html.match(/<img [^>]*>/g)).to.deep.equal([
      '<img class="picture" alt="The lab, and the way of the packet: a &lt;script&gt;" ' +
        `src="data:image/svg+xml;base64,${picture.body}">`,
    ]);
  });

  it('writes captures beside it, and takes those of the run before away', async () => {
    const frame = {
      kind: 'ipv4',
      tos: 0,
      id: 1,
      dontFragment: true,
      moreFragments: false,
      fragmentOffset: 0,
      ttl: 64,
      protocol: 99,
      source: ipv4('10.0.0.1'),
      destination: ipv4('10.0.0.2'),
      options: NO_OPTIONS,
      payload: { kind: 'data', bytes: NO_OPTIONS },
    } as const;
    const seen = { host: 'k8s-w1', device: 'tunl0', direction: 'out', atUs: 5, trace: 1 } as const;
    const capture = base64(PCAP_MEDIA_TYPE, captureOf([{ ...seen, frame }]));
    const html = await pageOf(messagesOf('PASSED', [verdict('held', ''), capture]));
    expect(html).to.contain('<a href="captures/nat-3.pcapng">all interfaces</a> (1 frame)');
    const files = () =>
      readdirSync(join(folder, 'captures'), { recursive: true, encoding: 'utf8' }).sort();
    expect(files()).to.deep.equal(['nat-3', 'nat-3.pcapng', join('nat-3', 'k8s-w1-tunl0.pcap')]);
    await pageOf(messagesOf('PASSED', [verdict('held', '')]));
    expect(files()).to.deep.equal([]);
  });
});
