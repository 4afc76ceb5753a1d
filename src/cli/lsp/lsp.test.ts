// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so
/** `calicumber lsp` as an editor speaks to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { catalogue } from '../../../steps';
import { formatFeature } from '../../spec/format-feature';
import { type Cursor, Editor, withCursor } from './editor.fixture';

const ROOT = join(__dirname, '..', '..', '..');
const FEATURES = join(ROOT, 'features');
const uriOf = (path: string) => pathToFileURL(join(FEATURES, path)).href;

const ENGLISH = `Feature: Pods reach each other
  Background:
    Given the manifests "two-pods-two-nodes"

  Scenario: One pings the other
    `;
const KOREAN = `# language: ko
기능: 파드끼리 통신한다
  배경:
    먼저 매니페스트 "two-pods-two-nodes"가 적용되어 있다

  시나리오: 핑을 보낸다
    `;

describe('calicumber lsp', () => {
  let editor: Editor;
  let documents = 0;

  before(async () => {
    editor = new Editor();
    await editor.start();
  });

  after(() => editor.stop());

  function open(text: string): string {
    const uri = uriOf(`link/written-${documents++}.feature`);
    editor.open(uri, text);
    return uri;
  }

  /** What is offered at the place of `¦`. */
  async function offered(marked: string): Promise<readonly CompletionItem[]> {
    const { text, cursor } = withCursor(marked);
    return editor.complete(open(text), cursor);
  }

  async function labels(marked: string): Promise<readonly string[]> {
    return (await offered(marked)).map(({ label }) => label);
  }

  function newText({ textEdit }: CompletionItem): string {
    return textEdit?.newText ?? '';
  }

  /** The document after somebody took an item. */
  function taken(marked: string, { textEdit }: CompletionItem): string {
    const { text } = withCursor(marked);
    return applied(text, [textEdit as TextEdit]);
  }

  describe('completion', () => {
    it('offers the whole catalogue in an empty step, what the keyword introduces first', async () => {
      for (const [start, keyword] of [
        [`${ENGLISH}Then ¦`, 'Then'],
        [`${KOREAN}그러면 ¦`, '그러면'],
      ] as const) {
        const items = await offered(start);
        const ids = items.map(({ data }) => data.id);
        expect([...ids].sort()).to.deep.equal(
          catalogue()
            .entries.map(({ id }) => id)
            .sort(),
        );
        const keywords = items.map(({ labelDetails }) => labelDetails?.description);
        expect(keywords[0]).to.equal(keyword);
        expect(keywords.lastIndexOf(keyword)).to.equal(
          keywords.filter((it) => it === keyword).length - 1,
        );
      }
    });

    it('narrows by words in any order', async () => {
      expect((await labels(`${ENGLISH}Then succ ping¦`))[0]).to.equal('the ping succeeds');
    });

    it('narrows by Hangul: syllables, initial consonants, letters that are being composed', async () => {
      const ping = '{pod}가 {pod}로 핑을 보내면';
      for (const typed of [
        '핑',
        'ㅍ',
        '피',
        '핑ㅇ',
        '핑을',
        'ㅍㄷ',
        '파드 핑',
        '핑 ㅍㄷ',
        'ping',
      ]) {
        expect(await labels(`${KOREAN}만일 ${typed}¦`), typed).to.include(ping);
      }
      expect(await labels(`${KOREAN}만일 핗¦`)).not.to.include(ping);
    });

    it('gives names of the lab and of the manifests to choose from', async () => {
      const [ping] = (await offered(`${ENGLISH}When ¦`)).filter(
        ({ data }) => data.id === 'ping.pod',
      );
      expect(newText(ping as CompletionItem)).to.equal(
        '${1|pod1,pod2,pod1 on k8s-w1,pod2 on k8s-w2|} pings ${2|pod2,pod1,pod1 on k8s-w1,pod2 on k8s-w2|}',
      );
    });

    it('gives each Korean name with its particle', async () => {
      const [ping] = (await offered(`${KOREAN}만일 ¦`)).filter(
        ({ data }) => data.id === 'ping.pod',
      );
      expect(newText(ping as CompletionItem)).to.match(
        /^\$\{1\|pod1이,pod2가,.*\|\} \$\{2\|pod2로,pod1로,/,
      );
    });

    it('keeps what is there, and replaces what does not fit', async () => {
      const marked = `${ENGLISH}When pod1 pi¦`;
      const [first] = await offered(marked);
      expect(taken(marked, first as CompletionItem)).to.match(/When pod1 pings \$\{1\|pod2?/);
      const other = `${ENGLISH}When ping pod2¦ nonsense`;
      const [found] = await offered(other);
      expect(taken(other, found as CompletionItem)).to.match(/When \$\{1\|pod2,pod1,.*$/);
      expect(taken(other, found as CompletionItem)).not.to.match(/nonsense/);
    });

    it('offers names at the place of a name, with what they are', async () => {
      const [first, second] = await offered(`${ENGLISH}When pod1 pings p¦`);
      expect([first?.label, second?.label]).to.have.members(['pod1', 'pod2']);
      expect([first?.detail, second?.detail].join()).to.match(/pod on k8s-w1.*172\.16\.158\.1/);
    });

    it('offers the files that there are, within the quotes', async () => {
      const marked = `${ENGLISH}Given the lab "kans-v¦"`;
      const [first] = await offered(marked);
      expect(first?.label).to.equal('"kans-vxlan"');
      expect(taken(marked, first as CompletionItem)).to.match(/the lab "kans-vxlan"$/);
      expect(await labels(`${KOREAN}먼저 매니페스트 ¦`)).to.include('"one-pod"가');
    });

    it('offers keywords of the language at the beginning of a line', async () => {
      expect(await labels(`${ENGLISH}¦`)).to.include.members([
        'Given',
        'When',
        'Then',
        'Scenario:',
      ]);
      expect(await labels(`${ENGLISH}Wh¦`)).to.deep.equal(['When']);
      expect(await labels(`${KOREAN}ㅁㅇ¦`)).to.deep.equal(['만일', '만약']);
      expect(await labels('# language: ko\n¦')).to.deep.equal(['기능:']);
      expect(await labels('# language: k¦')).to.deep.equal(['ko']);
    });

    it('offers headings that a table does not have yet', async () => {
      const step = `${ENGLISH}When pod1 pings pod2\n    Then the routes of k8s-w1 include:\n`;
      expect(await labels(`${step}      | destination | ¦`)).to.include.members([
        'via',
        'interface',
      ]);
      expect(await labels(`${step}      | destination | d¦`)).to.deep.equal([]);
      expect(await labels(`${step}      | destination |\n      | ¦`)).to.deep.equal([]);
    });

    it('shows the sentence, its twin and its example of the item that is looked at', async () => {
      const [item] = await offered(`${ENGLISH}When ping¦`);
      const { documentation } = await editor.ask<CompletionItem>('completionItem/resolve', item);
      expect(documentation)
        .to.have.property('value')
        .that.matches(/핑을 보내면/);
      expect(documentation)
        .to.have.property('value')
        .that.matches(/Then the ping succeeds/);
    });
  });

  describe('hover and definition', () => {
    const steps = `${ENGLISH}When pod1 on k8s-w1 pings pod2\n    Then the ping succeeds`;
    const place = (text: string, word: string): Cursor =>
      withCursor(text.replace(word, `¦${word}`)).cursor;

    it('tell of a name what it is and where it is defined', async () => {
      const uri = open(steps);
      const { contents } = await editor.at<Hover>('hover', uri, place(steps, 'pod1 on'));
      expect(contents)
        .to.have.property('value')
        .that.matches(/pod on k8s-w1, namespace default, 172/);
      const there = await editor.at<Location>('definition', uri, place(steps, 'pod1 on'));
      expect(there.uri).to.equal(uriOf('manifests/two-pods-two-nodes.yaml'));
      expect(lineAt(there)).to.match(/name: pod1/);
    });

    it('tell of a sentence what it means and where its definition is', async () => {
      const uri = open(steps);
      const hover = await editor.at<Hover>('hover', uri, place(steps, 'ping succ'));
      expect(hover.contents)
        .to.have.property('value')
        .that.matches(/핑이 성공한다/);
      const there = await editor.at<Location>('definition', uri, place(steps, 'ping succ'));
      expect(there.uri).to.match(/steps\/reply\.steps\.ts$/);
      expect(lineAt(there)).to.match(/'the ping succeeds'/);
    });

    it('lead from the name of a file to the file', async () => {
      const uri = open(steps);
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
      const uri = open(text);
      const there = await editor.at<Location>('definition', uri, place(text, 'mine pings'));
      expect([there.uri, there.range.start]).to.deep.equal([uri, { line: 7, character: 14 }]);
    });

    it('have nothing to say where there is no sentence', async () => {
      const uri = open(`${ENGLISH}When nobody knows this`);
      expect(await editor.at('hover', uri, { line: 5, character: 12 })).to.equal(null);
      expect(await editor.at('definition', uri, { line: 0, character: 2 })).to.equal(null);
      expect(await editor.at('hover', uri, { line: 500, character: 0 })).to.equal(null);
    });
  });

  describe('checks', () => {
    it('tell what the lint finds, and offer its fix', async () => {
      const text = `${ENGLISH}When pod1 pings pod3\n    Then the ping succeeds\n`;
      const uri = open(text);
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
      const uri = open(`${ENGLISH}When pod1 pings pod2\n    Then the ping succeeds\n`);
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
      const uri = open(text);
      const all = (await actionsAt(uri, { line: 0, character: 0 })).find(
        ({ kind }) => kind === 'source.fixAll',
      );
      expect(applied(text, all?.edit?.changes?.[uri] ?? [])).to.match(
        /When pod1 pings pod2\n {4}Then the ping succeeds\n$/,
      );
    });

    it('say nothing more of a document that was closed', async () => {
      const uri = open(`${ENGLISH}When nobody knows this\n`);
      expect(await editor.problemsOf(uri)).not.to.deep.equal([]);
      editor.tell('textDocument/didClose', { textDocument: { uri } });
      await editor.ask('textDocument/documentSymbol', { textDocument: { uri } });
      expect(editor.toldOf(uri)).to.deep.equal([]);
    });
  });

  describe('formatting and symbols', () => {
    it('format as calicumber fmt does', async () => {
      const text = `${ENGLISH}When pod1 pings pod2\nThen the routes of k8s-w1 include:\n|type|via|\n|unicast||\n`;
      expect(applied(text, await formatted(open(text)))).to.equal(formatFeature(text).text);
    });

    it('leave alone what cannot be read', async () => {
      expect(await formatted(open(`${ENGLISH}When pod1 pings pod2\nnonsense\n`))).to.equal(null);
    });

    it('show the scenarios', async () => {
      const uri = open(`${ENGLISH}When pod1 pings pod2\n  Rule: R\n    Scenario: Second\n`);
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

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}

function lineAt({ uri, range }: Location): string {
  return readFileSync(new URL(uri), 'utf8').split('\n')[range.start.line] ?? '';
}
