/** Who is shown a report, and who is not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { CliError } from '../exit-code';
import { PageServer } from './page-server';

const PAGE = `<meta content="default-src 'none'; script-src 'sha256-own'"><body>the page</body>`;

describe('the server of a report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-'));
  const server = new PageServer(folder);

  before(async () => {
    mkdirSync(join(folder, 'captures'));
    writeFileSync(join(folder, 'captures', 'a.pcapng'), 'bytes');
    writeFileSync(join(folder, 'secret.json'), 'secret');
    await server.listen(0);
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** Asks as it stands, which `fetch` would not. */
  function asked(path: string, host = '127.0.0.1'): Promise<IncomingMessage> {
    const { port } = new URL(server.address);
    const request = { host: '127.0.0.1', port, path, headers: { host: `${host}:${port}` } };
    return new Promise((resolve, reject) => get(request, resolve).on('error', reject));
  }

  it('says that there is no page yet, then shows it with its own script', async () => {
    expect(await text(await asked('/'))).to.contain('The first run is not over yet.');
    writeFileSync(join(folder, 'index.html'), PAGE);
    server.refresh();
    const page = await text(await asked('/'));
    expect(page).to.match(
      /default-src 'none'; connect-src 'self'; script-src 'sha256-[^']+' 'sha256-own'/,
    );
    expect(page).to.match(/the page<script>[\s\S]*EventSource[\s\S]*<\/script>\n<\/body>/);
  });

  it('tells who follows of each run, and who comes late at once', async () => {
    const events = await asked('/runs');
    events.setEncoding('utf8');
    const next = () => new Promise<string>((resolve) => events.once('data', resolve));
    const first = await next();
    const second = next();
    server.refresh();
    expect(first).to.match(/^data: \S+ 1\n\n$/);
    expect(await second).to.match(/^data: \S+ 2\n\n$/);
    events.destroy();
  });

  it('shows captures, and no other file', async () => {
    expect(await text(await asked('/captures/a.pcapng'))).to.equal('bytes');
    const others = ['/secret.json', '/captures/../secret.json', '/captures/%2e%2e/secret.json'];
    for (const path of [...others, '/captures/none.json', '/captures', '/%']) {
      const { statusCode } = await asked(path);
      expect(`${path} ${statusCode}`).to.equal(`${path} 404`);
    }
  });

  it('shows nothing to another site that calls this machine by its name', async () => {
    const { statusCode } = await asked('/', 'example.com');
    expect(statusCode).to.equal(403);
    expect((await asked('/', 'localhost')).statusCode).to.equal(200);
  });

  it('says where its port is taken', async () => {
    const { port } = new URL(server.address);
    const error = await new PageServer(folder).listen(Number(port)).catch((thrown) => thrown);
    expect(error).to.be.instanceOf(CliError);
    expect(error.message).to.contain(`port ${port} of 127.0.0.1 is not to be had (EADDRINUSE)`);
  });
});
