/**
 * An editor that speaks to `calicumber lsp` as editors do: a process of its own, over standard input and output.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const COMMAND = join(__dirname, '..', 'calicumber.js');

export interface Cursor {
  readonly line: number;
  readonly character: number;
}

export class Editor {
  readonly process: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #checked = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting: (() => void)[] = [];
  #version = 1;

  constructor() {
    this.process = spawn(process.execPath, [COMMAND, 'lsp', '--stdio']);
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (told) => {
      this.#checked.set(told.uri, told);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.#connection.listen();
  }

  async start(): Promise<InitializeResult> {
    const item = { snippetSupport: true };
    const result = await this.ask<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { completion: { completionItem: item } } },
    });
    this.tell('initialized', {});
    return result;
  }

  /** @returns the exit status of the server */
  async stop(): Promise<number | null> {
    const exited = once(this.process, 'exit');
    await this.ask('shutdown');
    this.tell('exit');
    const [code] = await exited;
    return code;
  }

  ask<Answer>(method: string, params?: unknown): Promise<Answer> {
    return this.#connection.sendRequest(method, params);
  }

  tell(method: string, params?: unknown): void {
    void this.#connection.sendNotification(method, params);
  }

  open(uri: string, text: string): void {
    const textDocument = { uri, languageId: 'cucumber', version: this.#version++, text };
    this.tell('textDocument/didOpen', { textDocument });
  }

  /** Types at a place, as an editor tells of it: only what is new. */
  type(uri: string, at: Cursor, text: string): void {
    this.tell('textDocument/didChange', {
      textDocument: { uri, version: this.#version++ },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  }

  async complete(uri: string, position: Cursor): Promise<readonly CompletionItem[]> {
    const list = await this.at<CompletionList | null>('completion', uri, position);
    return list?.items ?? [];
  }

  at<Answer>(what: string, uri: string, position: Cursor): Promise<Answer> {
    return this.ask(`textDocument/${what}`, { textDocument: { uri }, position });
  }

  /** What the server said last of a document. */
  toldOf(uri: string): PublishDiagnosticsParams['diagnostics'] {
    return this.#checked.get(uri)?.diagnostics ?? [];
  }

  /** What the server finds wrong, when it has looked at this version of the document. */
  async problemsOf(uri: string): Promise<PublishDiagnosticsParams['diagnostics']> {
    for (;;) {
      const told = this.#checked.get(uri);
      if (told?.version === this.#version - 1) return told.diagnostics;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }
}

/** The place of `¦` in a text, and the text without it. */
export function withCursor(marked: string): { readonly text: string; readonly cursor: Cursor } {
  const before = marked.slice(0, marked.indexOf('¦'));
  const lines = before.split('\n');
  return {
    text: marked.replace('¦', ''),
    cursor: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  };
}
