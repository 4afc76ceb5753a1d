/** `calicumber lsp` with documents and messages that are not as one would like. */
import { once } from 'node:events';
import { expect } from 'chai';
import type { DocumentSymbol, Hover } from 'vscode-languageserver';
import { Editor, uriOf, withCursor } from './editor.fixture';

const START = 'Feature: F\n  Background:\n    Given the manifests "one-pod"\n  Scenario: S\n    ';

describe('calicumber lsp, in hardship', () => {
  let editor: Editor;

  before(async () => {
    editor = new Editor();
    await editor.start();
  });

  after(() => editor.stop());

  async function labels(uri: string, marked: string): Promise<readonly string[]> {
    const { text, cursor } = withCursor(marked);
    editor.open(uri, text);
    return (await editor.complete(uri, cursor)).map(({ label }) => label);
  }

  describe('with a document', () => {
    it('that was never saved, or is no file', async () => {
      for (const uri of ['untitled:Untitled-1', 'vscode-notebook-cell:/x#1', 'a b', '']) {
        expect(await labels(uri, `${START}When pod1 pings p¦`), uri).to.include('pod1');
      }
    });

    it('that is closed, or was never opened', async () => {
      const uri = uriOf('nat/closed.feature');
      const at = { line: 0, character: 0 };
      editor.open(uri, START);
      editor.tell('textDocument/didClose', { textDocument: { uri } });
      for (const what of ['hover', 'definition', 'completion']) {
        expect(await editor.at(what, uri, at), what).to.equal(null);
      }
      editor.type(uri, at, 'x');
      expect(await editor.at('hover', uri, at)).to.equal(null);
    });

    it('whose lines end as on Windows, with a byte order mark', async () => {
      const uri = uriOf('nat/windows.feature');
      const marked = `\uFEFF${START.replaceAll('\n', '\r\n')}When pod1 pings p¦\r\n`;
      expect(await labels(uri, marked)).to.include('pod1');
      const korean = '\uFEFF# language: ko\r\n기능: F\r\n  시나리오: S\r\n    만일 ¦\r\n';
      expect(await labels(uriOf('nat/korean.feature'), korean)).to.include(
        '{pod}가 {pod}로 핑을 보내면',
      );
      expect(await editor.problemsOf(uriOf('nat/korean.feature'))).not.to.deep.equal([]);
    });

    it('in which letters take two units', async () => {
      const uri = uriOf('nat/emoji.feature');
      const step = '    Given "echo 👩‍🚀한글" on pod1 shows:';
      const text = `Feature: 🎉 한글\n  Scenario: 👍\n    Given the manifests "one-pod"\n${step}\n      """\n      👩‍🚀한글\n      """\n    When pod9 pings 8.8.8.8\n    Then the ping succeeds 🎉\n`;
      editor.open(uri, text);
      const character = step.indexOf('pod1') + 1;
      const hover = await editor.at<Hover>('hover', uri, { line: 3, character });
      expect(hover.range?.start).to.deep.equal({ line: 3, character: step.indexOf('pod1') });
      const problems = await editor.problemsOf(uri);
      const last = problems.find(({ code }) => code === 'undefined-step');
      expect(last?.range).to.deep.equal({
        start: { line: 8, character: 9 },
        end: { line: 8, character: 29 },
      });
    });

    it('of a megabyte', async () => {
      const uri = uriOf('routing/large.feature');
      const scenario = '  Scenario: S\n    When pod1 pings 8.8.8.8\n    Then the ping succeeds\n\n';
      const text = START.replace(/ {2}Scenario[\s\S]*/, '') + scenario.repeat(15_000);
      expect(text.length).to.be.above(1_000_000);
      const { cursor } = withCursor(`${text}  Scenario: Last\n    When pod1 pi¦`);
      editor.open(uri, `${text}  Scenario: Last\n    When pod1 pi`);
      expect((await editor.complete(uri, cursor))[0]?.label).to.match(/^pod1 pings/);
      const [feature] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      expect(feature?.children?.length).to.equal(15_002);
      const [problem] = await editor.problemsOf(uri);
      expect(problem?.message).to.match(/calicumber lint checks it/);
      editor.tell('textDocument/didClose', { textDocument: { uri } });
    });

    it('that makes no sense at all', async () => {
      const uri = uriOf('nat/nonsense.feature');
      const texts = [
        '\0\u0001\uD800',
        '|'.repeat(5000),
        '"""\n'.repeat(99),
        '# language: xx\n기능:',
        '*',
      ];
      for (const text of texts) {
        editor.open(uri, text);
        await editor.problemsOf(uri);
        for (const character of [0, 1, 5000, 1e9]) {
          await editor.complete(uri, { line: 0, character });
          await editor.at('hover', uri, { line: 0, character });
        }
        editor.tell('textDocument/didClose', { textDocument: { uri } });
      }
    });
  });

  describe('with a message', () => {
    it('that asks for what it does not know, or says nothing', async () => {
      const refusal = await editor.ask('textDocument/dance', {}).catch((error) => error);
      expect(refusal).to.have.property('code', -32601);
      const empty = await editor.ask('textDocument/hover', {}).catch((error) => error);
      expect(empty).to.be.an('error');
      expect(await labels(uriOf('nat/after.feature'), `${START}When pod1 pings p¦`)).to.include(
        'pod1',
      );
    });

    it('that is broken', async () => {
      const other = new Editor();
      await other.start();
      other.process.stdin.write('Content-Length: 9\r\n\r\n{"broken"');
      const uri = uriOf('nat/broken.feature');
      other.open(uri, `${START}When `);
      expect((await other.complete(uri, { line: 4, character: 9 })).length).to.be.above(50);
      expect(await other.stop()).to.equal(0);
    });

    it('that ends without good-bye, or when the editor is gone', async () => {
      const rude = new Editor();
      await rude.start();
      rude.tell('exit');
      expect(await once(rude.process, 'exit')).to.deep.equal([1, null]);
      const gone = new Editor();
      await gone.start();
      gone.process.stdin.end();
      const [code, signal] = await once(gone.process, 'exit');
      expect([code, signal]).to.deep.equal([1, null]);
    });
  });
});
