/**
 * Tells the editor what is wrong with the features that are open: when they are opened, when somebody pauses
 * typing, and when a lab or a manifest was saved.
 */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answers } from './answers';
import { openFeature } from './open-feature';
import type { Surroundings } from './surroundings';

export class Checks {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #answers: Answers;
  readonly #later: Surroundings['later'];
  /** How to call off what will be checked, by document. */
  readonly #waiting = new Map<string, () => void>();

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    answers: Answers,
    { later }: Surroundings,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#answers = answers;
    this.#later = later;
  }

  listen(): void {
    this.#documents.onDidChangeContent(({ document }) => this.#checkSoon(document));
    this.#documents.onDidSave(() => this.#checkAll());
    this.#documents.onDidClose(({ document: { uri } }) => {
      this.#callOff(uri);
      void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    this.#connection.onDidChangeWatchedFiles(() => this.#checkAll());
  }

  /** Asks an editor that can do so to tell of files that are saved by whomever. */
  async watchFiles({ workspace }: InitializeParams['capabilities']): Promise<void> {
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const watchers = [{ globPattern: '**/{labs,manifests}/*.yaml' }];
    await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }

  #checkAll(): void {
    this.#answers.forget();
    for (const document of this.#documents.all()) this.#checkSoon(document);
  }

  #checkSoon(document: TextDocument): void {
    const { uri } = document;
    this.#callOff(uri);
    const check = () => {
      this.#waiting.delete(uri);
      this.#check(document);
    };
    this.#waiting.set(uri, this.#later(check));
  }

  #callOff(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
  }

  #check(document: TextDocument): void {
    const { uri, version } = document;
    try {
      const diagnostics = this.#answers.diagnostics(openFeature(document));
      void this.#connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      // Nobody waits for this answer, and whoever types should not lose the server.
      const { console: log } = this.#connection;
      log.error(error instanceof Error ? String(error.stack) : String(error));
    }
  }
}
