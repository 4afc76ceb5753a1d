// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so
/** What `calicumber lsp` offers to who is typing, as an editor is told. */
import { expect } from 'chai';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { catalogue } from '../../../steps';
import { applied, Editor, ENGLISH, KOREAN, withCursor } from './editor.fixture';

describe('the completion of calicumber lsp', () => {
  let editor: Editor;

  before(async () => {
    editor = new Editor();
    await editor.start();
  });

  after(() => editor.stop());

  async function labels(marked: string): Promise<readonly string[]> {
    return (await editor.offered(marked)).map(({ label }) => label);
  }

  it('offers the whole catalogue in an empty step, what the keyword introduces first', async () => {
    for (const [start, keyword] of [
      [`${ENGLISH}Then ¦`, 'Then'],
      [`${KOREAN}그러면 ¦`, '그러면'],
    ] as const) {
      const items = await editor.offered(start);
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
    for (const typed of ['핑', 'ㅍ', '피', '핑ㅇ', '핑을', 'ㅍㄷ', '파드 핑', '핑 ㅍㄷ', 'ping']) {
      expect(await labels(`${KOREAN}만일 ${typed}¦`), typed).to.include(ping);
    }
    expect(await labels(`${KOREAN}만일 핗¦`)).not.to.include(ping);
  });

  it('gives names of the lab and of the manifests to choose from', async () => {
    const [ping] = (await editor.offered(`${ENGLISH}When ¦`)).filter(
      ({ data }) => data.id === 'ping.pod',
    );
    expect(newText(ping as CompletionItem)).to.equal(
      '${1|pod1,pod2,pod1 on k8s-w1,pod2 on k8s-w2|} pings ${2|pod2,pod1,pod1 on k8s-w1,pod2 on k8s-w2|}',
    );
  });

  it('gives each Korean name with its particle', async () => {
    const [ping] = (await editor.offered(`${KOREAN}만일 ¦`)).filter(
      ({ data }) => data.id === 'ping.pod',
    );
    expect(newText(ping as CompletionItem)).to.match(
      /^\$\{1\|pod1이,pod2가,.*\|\} \$\{2\|pod2로,pod1로,/,
    );
  });

  it('keeps what is there, and replaces what does not fit', async () => {
    const marked = `${ENGLISH}When pod1 pi¦`;
    const [first] = await editor.offered(marked);
    expect(taken(marked, first as CompletionItem)).to.match(/When pod1 pings \$\{1\|pod2?/);
    const other = `${ENGLISH}When ping pod2¦ nonsense`;
    const [found] = await editor.offered(other);
    expect(taken(other, found as CompletionItem)).to.match(/When \$\{1\|pod2,pod1,.*$/);
    expect(taken(other, found as CompletionItem)).not.to.match(/nonsense/);
  });

  it('offers names at the place of a name, with what they are', async () => {
    const [first, second] = await editor.offered(`${ENGLISH}When pod1 pings p¦`);
    expect([first?.label, second?.label]).to.have.members(['pod1', 'pod2']);
    expect([first?.detail, second?.detail].join()).to.match(/pod on k8s-w1.*172\.16\.158\.1/);
  });

  it('offers the files that there are, within the quotes', async () => {
    const marked = `${ENGLISH}Given the lab "kans-v¦"`;
    const [first] = await editor.offered(marked);
    expect(first?.label).to.equal('"kans-vxlan"');
    expect(taken(marked, first as CompletionItem)).to.match(/the lab "kans-vxlan"$/);
    expect(await labels(`${KOREAN}먼저 매니페스트 ¦`)).to.include('"one-pod"가');
  });

  it('offers keywords of the language at the beginning of a line', async () => {
    expect(await labels(`${ENGLISH}¦`)).to.include.members(['Given', 'When', 'Then', 'Scenario:']);
    expect(await labels(`${ENGLISH}Wh¦`)).to.deep.equal(['When']);
    expect(await labels(`${KOREAN}ㅁㅇ¦`)).to.deep.equal(['만일', '만약']);
    expect(await labels('# language: ko\n¦')).to.deep.equal(['기능:']);
    expect(await labels('# language: k¦')).to.deep.equal(['ko']);
  });

  it('offers headings that a table does not have yet', async () => {
    const step = `${ENGLISH}When pod1 pings pod2\n    Then the routes of k8s-w1 include:\n`;
    expect(await labels(`${step}      | destination | ¦`)).to.include.members(['via', 'interface']);
    expect(await labels(`${step}      | destination | d¦`)).to.deep.equal([]);
    expect(await labels(`${step}      | destination |\n      | ¦`)).to.deep.equal([]);
  });

  it('shows the sentence, its twin and its example of the item that is looked at', async () => {
    const [item] = await editor.offered(`${ENGLISH}When ping¦`);
    const { documentation } = await editor.ask<CompletionItem>('completionItem/resolve', item);
    expect(documentation)
      .to.have.property('value')
      .that.matches(/핑을 보내면/);
    expect(documentation)
      .to.have.property('value')
      .that.matches(/Then the ping succeeds/);
  });
});

function newText({ textEdit }: CompletionItem): string {
  return textEdit?.newText ?? '';
}

/** The document after somebody took an item. */
function taken(marked: string, { textEdit }: CompletionItem): string {
  return applied(withCursor(marked).text, [textEdit as TextEdit]);
}
