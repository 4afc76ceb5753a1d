/** `calicumber lsp` as an editor speaks to it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { CodeAction, DocumentSymbol, Hover, Location, TextEdit } from 'vscode-languageserver';
import { formatFeature } from '../../spec/format-feature';
import {
  applied,
  type Cursor,
  Editor,
  ENGLISH,
  FEATURES,
  uriOf,
  withCursor,
} from './editor.fixture';

const REACHES = 'When pod1 pings pod2\n    Then the ping succeeds\n';

describe('calicumber lsp', () => {
  let editor: Editor;

  before(async () => {
    editor = new Editor();
    await editor.start();
  });

  after(() => editor.stop());

  describe('hover and definition', () => {
    const steps = `${ENGLISH}When pod1 on k8s-w1 pings pod2\n    Then the ping succeeds`;
    const place = (text: string, word: string): Cursor =>
      withCursor(text.replace(word, `¦${word}`)).cursor;

    it('tell of a name what it is and where it is defined', async () => {
      const uri = editor.write(steps);
      const { contents } = await editor.at<Hover>('hover', uri, place(steps, 'pod1 on'));
      expect(contents)
        .to.have.property('value')
        .that.matches(/pod on k8s-w1, namespace default, 172/);
      const there = await editor.at<Location>('definition', uri, place(steps, 'pod1 on'));
      expect(there.uri).to.equal(uriOf('manifests/two-pods-two-nodes.yaml'));
      expect(lineAt(there)).to.match(/name: pod1/);
    });

    it('tell of a sentence what it means and where its definition is', async () => {
      const uri = editor.write(steps);
      const hover = await editor.at<Hover>('hover', uri, place(steps, 'ping succ'));
      expect(hover.contents)
        .to.have.property('value')
        .that.matches(/핑이 성공한다/);
      const there = await editor.at<Location>('definition', uri, place(steps, 'ping succ'));
      expect(there.uri).to.match(/steps\/reply\.steps\.ts$/);
      expect(lineAt(there)).to.match(/'the ping succeeds'/);
    });

    it('lead from the name of a file to the file', async () => {
      const uri = editor.write(steps);
      const there = await editor.at<Location>('definition', uri, place(steps, 'two-pods'));
      expect(there.uri).to.equal(uriOf('manifests/two-pods-two-nodes.yaml'));
    });

    it('lead to a name that is defined in the feature itself', async () => {
      const text = `Feature: F
  Scenario: S
    Given the manifests:
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: mine
      spec:
        nodeName: k8s-w2
        containers:
        - name: mine
          image: nicolaka/netshoot
      """
    When mine pings 8.8.8.8
    Then the ping succeeds`;
      const uri = editor.write(text);
      const there = await editor.at<Location>('definition', uri, place(text, 'mine pings'));
      expect([there.uri, there.range.start]).to.deep.equal([uri, { line: 7, character: 14 }]);
    });

    it('know the sentences of an outline', async () => {
      const text = `${ENGLISH.replace('Scenario:', 'Scenario Outline:')}When <from> pings pod2
    Then the ping succeeds

    Examples:
      | from |
      | pod1 |
`;
      const uri = editor.write(text);
      const { contents } = await editor.at<Hover>('hover', uri, place(text, '<from> pings'));
      expect(contents)
        .to.have.property('value')
        .that.matches(/Sends one echo request/);
      const name = await editor.at<Hover>('hover', uri, place(text, 'pod2\n    Then'));
      expect(name.contents)
        .to.have.property('value')
        .that.matches(/pod on k8s-w2/);
    });

    it('have nothing to say where there is no sentence', async () => {
      const uri = editor.write(`${ENGLISH}When nobody knows this`);
      expect(await editor.at('hover', uri, { line: 5, character: 12 })).to.equal(null);
      expect(await editor.at('definition', uri, { line: 0, character: 2 })).to.equal(null);
      expect(await editor.at('hover', uri, { line: 500, character: 0 })).to.equal(null);
    });
  });

  describe('checks', () => {
    it('tell what the lint finds, and offer its fix', async () => {
      const text = `${ENGLISH}When pod1 pings pod3\n    Then the ping succeeds\n`;
      const uri = editor.write(text);
      const [problem] = await editor.problemsOf(uri);
      expect(problem).to.include({ source: 'calicumber', code: 'unknown-name' });
      expect(problem?.range).to.deep.equal({
        start: { line: 5, character: 20 },
        end: { line: 5, character: 24 },
      });
      const actions = await actionsAt(uri, { line: 5, character: 21 });
      const edits = actions[0]?.edit?.changes?.[uri] ?? [];
      expect(applied(text, edits)).to.match(/When pod1 pings pod[12]\n/);
    });

    it('look again as somebody types, and see a half-typed line', async () => {
      const uri = editor.write(`${ENGLISH}When pod1 pings pod2\n    Then the ping succeeds\n`);
      expect(await editor.problemsOf(uri)).to.deep.equal([]);
      const at = { line: 6, character: 26 };
      editor.type(uri, at, '\n    The');
      const [problem] = await editor.problemsOf(uri);
      expect([problem?.code, problem?.range.start]).to.deep.equal([
        'syntax',
        { line: 7, character: 4 },
      ]);
      const keywords = await editor.complete(uri, { line: 7, character: 7 });
      expect(keywords.map(({ label }) => label)).to.deep.equal(['Then']);
      editor.type(uri, { line: 7, character: 7 }, 'n pod1 has the addr');
      const sentences = await editor.complete(uri, { line: 7, character: 26 });
      expect(sentences[0]?.label).to.equal('pod1 has the address {ip}');
    });

    it('make all fixes that need no thought at once', async () => {
      const text = `${ENGLISH}When pod1 pingz pod2.\n    Then the ping suceeds\n`;
      const uri = editor.write(text);
      const all = (await actionsAt(uri, { line: 0, character: 0 })).find(
        ({ kind }) => kind === 'source.fixAll',
      );
      expect(applied(text, all?.edit?.changes?.[uri] ?? [])).to.match(
        /When pod1 pings pod2\n {4}Then the ping succeeds\n$/,
      );
    });

    it('look again when a manifest was saved, in a project of somebody', async () => {
      const project = mkdtempSync(join(tmpdir(), 'calicumber-lsp-'));
      const manifests = join(project, 'features', 'manifests');
      mkdirSync(manifests, { recursive: true });
      const uri = pathToFileURL(join(project, 'features', 'mine.feature')).href;
      editor.open(uri, ENGLISH.replace('two-pods-two-nodes', 'mine') + REACHES);
      expect((await editor.problemsOf(uri)).map(({ code }) => code)).to.include('unknown-file');
      const shipped = readFileSync(join(FEATURES, 'manifests', 'two-pods-one-node.yaml'), 'utf8');
      writeFileSync(join(manifests, 'mine.yaml'), shipped);
      editor.tell('workspace/didChangeWatchedFiles', { changes: [] });
      expect(await editor.toldNext(uri)).to.deep.equal([]);
      rmSync(project, { recursive: true });
    });

    it('say nothing more of a document that was closed', async () => {
      const uri = editor.write(`${ENGLISH}When nobody knows this\n`);
      expect(await editor.problemsOf(uri)).not.to.deep.equal([]);
      editor.tell('textDocument/didClose', { textDocument: { uri } });
      await editor.ask('textDocument/documentSymbol', { textDocument: { uri } });
      expect(editor.toldOf(uri)).to.deep.equal([]);
    });
  });

  describe('formatting and symbols', () => {
    it('format as calicumber fmt does', async () => {
      const text = `${ENGLISH}When pod1 pings pod2\nThen the routes of k8s-w1 include:\n|type|via|\n|unicast||\n`;
      expect(applied(text, await formatted(editor.write(text)))).to.equal(formatFeature(text).text);
    });

    it('leave alone what cannot be read', async () => {
      expect(await formatted(editor.write(`${ENGLISH}When pod1 pings pod2\nnonsense\n`))).to.equal(
        null,
      );
    });

    it('show the scenarios', async () => {
      const uri = editor.write(`${ENGLISH}When pod1 pings pod2\n  Rule: R\n    Scenario: Second\n`);
      const [feature] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      expect(feature?.name).to.equal('Pods reach each other');
      expect(feature?.children?.map(({ name }) => name)).to.deep.equal([
        'Background',
        'One pings the other',
        'R',
      ]);
      expect(feature?.children?.[2]?.children?.map(({ name }) => name)).to.deep.equal(['Second']);
    });
  });

  async function actionsAt(uri: string, at: Cursor): Promise<readonly CodeAction[]> {
    return editor.ask('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
  }

  function formatted(uri: string): Promise<TextEdit[]> {
    const options = { tabSize: 2, insertSpaces: true };
    return editor.ask('textDocument/formatting', { textDocument: { uri }, options });
  }
});

function lineAt({ uri, range }: Location): string {
  return readFileSync(new URL(uri), 'utf8').split('\n')[range.start.line] ?? '';
}
