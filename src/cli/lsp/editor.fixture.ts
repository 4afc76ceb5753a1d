/**
 * An editor that speaks to `calicumber lsp` as editors do: a process of its own, over standard input and output.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const FEATURES = join(__dirname, '..', '..', '..', 'features');

/** Of a file among the project's features. */
export function uriOf(path: string): string {
  return pathToFileURL(join(FEATURES, path)).href;
}

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

  /** Opens a document that is not on the disk, beside the project's features. */
  write(text: string): string {
    const uri = uriOf(`link/written-${this.#version}.feature`);
    this.open(uri, text);
    return uri;
  }

  /** What is offered in such a document, at the place of `¦`. */
  offered(marked: string): Promise<readonly CompletionItem[]> {
    const { text, cursor } = withCursor(marked);
    return this.complete(this.write(text), cursor);
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

  /** What the server says of a document when it speaks of it again. */
  async toldNext(uri: string): Promise<PublishDiagnosticsParams['diagnostics']> {
    const before = this.#checked.get(uri);
    while (this.#checked.get(uri) === before) {
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
    return this.toldOf(uri);
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

/** As an editor makes them. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

/** A scenario whose next step is to be written. */
export const ENGLISH = `Feature: Pods reach each other
  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: One pings the other
    `;
export const KOREAN = `# language: ko
기능: 파드끼리 통신한다
  배경:
    먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다

  시나리오: 핑을 보낸다
    `;
