/**
 * Which files of a submission a task gets.
 */
import { expect } from 'chai';
import { taskFiles } from './task-files';

const file = (path: string, text: string | Uint8Array = 'x') => ({
  path,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});
const submission = (...files: ReturnType<typeof file>[]) => ({
  student: 'kim',
  files,
  problems: [],
});

describe('the files of a task', () => {
  it('are told apart by their names', () => {
    const handedIn = submission(
      file('a.feature'),
      file('lab.sh'),
      file('pods.yml'),
      file('README.md'),
      file('.DS_Store'),
    );
    const { manifests, scripts, features, problems } = taskFiles(handedIn, '', ['']);
    expect(
      [manifests, scripts, features].map((list) => list.map(({ name }) => name)),
    ).to.deep.equal([['pods.yml'], ['lab.sh'], ['a.feature']]);
    expect(problems).to.deep.equal([]);
  });

  it('are those of its folder, and of no other task', () => {
    const handedIn = submission(
      file('pods.yaml'),
      file('say/a.feature'),
      file('say/manifests/p.yaml'),
      file('saying.sh'),
    );
    const folders = ['', 'say'];
    expect(taskFiles(handedIn, '', folders).manifests.map(({ name }) => name)).to.deep.equal([
      'pods.yaml',
    ]);
    expect(taskFiles(handedIn, '', folders).scripts.map(({ name }) => name)).to.deep.equal([
      'saying.sh',
    ]);
    expect(taskFiles(handedIn, 'say', folders).manifests.map(({ name }) => name)).to.deep.equal([
      'manifests/p.yaml',
    ]);
  });

  it('are text; what is none, or of no known kind, is said', () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0]);
    const { manifests, problems } = taskFiles(
      submission(file('pods.yaml', bytes), file('run.py')),
      '',
      [''],
    );
    expect(manifests).to.deep.equal([]);
    expect(problems).to.deep.equal([
      'pods.yaml: is no text in UTF-8; save it as UTF-8',
      'run.py: not looked at; handed in are .yaml, .json, .sh and .feature',
    ]);
  });

  it('lose their byte order mark', () => {
    const { manifests } = taskFiles(submission(file('pods.yaml', '\ufeffa: 1')), '', ['']);
    expect(manifests[0]?.text).to.equal('a: 1');
  });
});
