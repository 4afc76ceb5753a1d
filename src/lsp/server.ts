/**
 * The language server: what an editor asks, and who answers. Where it runs, over which connection and on
 * which files, is not its business.
 */
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type Position,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Answers } from './answers';
import { Checks } from './checks';
import { type OpenFeature, openFeature } from './open-feature';
import type { Surroundings } from './surroundings';

/** Answers on the connection until the editor says good-bye. */
export function serve(connection: Connection, surroundings: Surroundings): void {
  const documents = new TextDocuments(TextDocument);
  const answers = new Answers(surroundings);

  /** Who asks about a document that is closed is told nothing. */
  const about = <Answer>(uri: string, answer: (feature: OpenFeature) => Answer): Answer | null => {
    const document = documents.get(uri);
    return document === undefined ? null : answer(openFeature(document));
  };
  const at = <Answer>(
    { textDocument, position }: Place,
    answer: (feature: OpenFeature, position: Position) => Answer,
  ) => about(textDocument.uri, (feature) => answer(feature, position));

  const checks = new Checks(connection, documents, answers, surroundings);
  let capabilities: InitializeParams['capabilities'] = {};
  connection.onInitialize((params) => {
    ({ capabilities } = params);
    return ABILITIES;
  });
  connection.onInitialized(() => {
    answers.prepare();
    return checks.watchFiles(capabilities);
  });
  connection.onCompletion((place) =>
    at(place, (feature, position) =>
      answers.completion(feature, position, knowsSnippets(capabilities)),
    ),
  );
  connection.onCompletionResolve((item) => answers.resolve(item));
  connection.onHover((place) => at(place, (feature, position) => answers.hover(feature, position)));
  connection.onDefinition((place) =>
    at(place, (feature, position) => answers.definition(feature, position)),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    about(textDocument.uri, (feature) => answers.symbols(feature)),
  );
  connection.onCodeAction(({ textDocument, range }) =>
    about(textDocument.uri, (feature) => answers.actions(feature, range)),
  );
  connection.onDocumentFormatting(({ textDocument }) =>
    about(textDocument.uri, (feature) => answers.formatting(feature)),
  );
  checks.listen();
  documents.listen(connection);
  connection.listen();
}

interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

const ABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: [' ', '"', '|'], resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    documentSymbolProvider: true,
    documentFormattingProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll],
    },
  },
  serverInfo: { name: 'calicumber' },
};

function knowsSnippets({ textDocument }: InitializeParams['capabilities']): boolean {
  return textDocument?.completion?.completionItem?.snippetSupport === true;
}
