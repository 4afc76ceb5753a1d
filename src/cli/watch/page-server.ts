/**
 * Shows the report of a watch to browsers of this machine. An open page is told of each run (server-sent
 * events) and loads itself anew; the files on the disk stay as they are.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, posix } from 'node:path';
import { PAGE } from '../../report/page/page-file';
import { RUNS_PATH, reloadScript } from '../../report/page/reload-script';
import { servedPage } from '../../report/page/served-page';
import { wrongUse } from '../exit-code';

const HOST = '127.0.0.1';

/** What another site's name, led to this machine, would not be. */
const OWN_NAMES: ReadonlySet<string> = new Set([HOST, 'localhost']);

/** What a page links to; of the folder of reports nothing else is shown. */
const CAPTURE = /^\/captures\/[^\0]+\.(pcap|pcapng|json)$/;

const NO_PAGE_YET =
  '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'none\'">' +
  '<title>Calicumber</title><body><p>The first run is not over yet.</p></body>';

export class PageServer {
  readonly #folder: string;
  readonly #server: Server;
  readonly #readers = new Set<ServerResponse>();
  /** No two processes of a watch give their pages the same. */
  readonly #watch = randomUUID();
  #runs = 0;

  /** @param folder of the reports */
  constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /**
   * @param port 0 for any that is free
   * @throws CliError where the port is not to be had
   */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        reject(
          wrongUse(
            `port ${port} of ${HOST} is not to be had (${error.code}); choose another with --port, or leave it away`,
          ),
        );
      });
      this.#server.listen(port, HOST, resolve);
    });
  }

  /** `http://127.0.0.1:40123/` */
  get address(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://${HOST}:${port}/`;
  }

  /** Tells whoever has the page open that there is another. */
  refresh(): void {
    this.#runs += 1;
    for (const reader of this.#readers) this.#tell(reader);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get #version(): string {
    return `${this.#watch} ${this.#runs}`;
  }

  #answer({ method, url = '/', headers }: IncomingMessage, response: ServerResponse): void {
    const path = pathOf(url);
    const name = (headers.host ?? '').replace(/:\d+$/, '');
    if (!OWN_NAMES.has(name)) answerWith(response, 403, 'This page is for this machine only.');
    else if (method !== 'GET')
      answerWith(response, 405, 'There is nothing to do here but to read.');
    else if (path === '/') this.#showPage(response);
    else if (path === RUNS_PATH) this.#follow(response);
    else if (CAPTURE.test(path)) this.#showCapture(path, response);
    else answerWith(response, 404, 'There is no such page.');
  }

  #showPage(response: ServerResponse): void {
    const page = this.#runs === 0 ? NO_PAGE_YET : readFileSync(join(this.#folder, PAGE), 'utf8');
    const text = servedPage(page, reloadScript(this.#version));
    answerWith(response, 200, text, 'text/html; charset=utf-8');
  }

  #showCapture(path: string, response: ServerResponse): void {
    try {
      const bytes = readFileSync(join(this.#folder, ...path.split('/')));
      answerWith(response, 200, bytes, 'application/octet-stream');
    } catch {
      answerWith(response, 404, 'There is no such capture any more.');
    }
  }

  #follow(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#readers.add(response);
    response.on('close', () => this.#readers.delete(response));
    // Whoever lost the connection for a while may have missed a run.
    this.#tell(response);
  }

  #tell(reader: ServerResponse): void {
    reader.write(`data: ${this.#version}\n\n`);
  }
}

/** Without what is asked behind it, and with no way upwards. */
function pathOf(url: string): string {
  try {
    return posix.normalize(decodeURIComponent(new URL(url, `http://${HOST}`).pathname));
  } catch {
    return '';
  }
}

function answerWith(
  response: ServerResponse,
  status: number,
  content: string | Buffer,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}
