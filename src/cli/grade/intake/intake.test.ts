/**
 * Submissions as they come: archives and folders, also of those who want something else than a grade.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { SubmissionLimits } from '../../../grade/model/assignment';
import { UngradableError } from '../../../grade/submissions/submission';
import { readArchive } from './archive';
import { readFolder } from './folder';
import { type MadeEntry, madeZip } from './made-zip.fixture';

const LIMITS: SubmissionLimits = { seconds: 10, filesMax: 5, bytesMax: 10_000, scenariosMax: 10 };

const read = (...entries: MadeEntry[]) => readArchive('/in/kim.zip', madeZip(entries), LIMITS);
const file = (name: MadeEntry['name'], content = 'x'): MadeEntry => ({ name, content });
const pathsOf = async (...entries: MadeEntry[]) =>
  (await read(...entries)).files.map(({ path }) => path);

describe('a submission in an archive', () => {
  it('is its files, in the order of their names, without the folder that holds them all', async () => {
    const { student, files, problems } = await read(file('hw/b.yaml', 'b'), file('hw/a/x.sh', 'a'));
    expect({ student, problems }).to.deep.equal({ student: 'kim', problems: [] });
    expect(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).to.deep.equal([
      ['a/x.sh', 'a'],
      ['b.yaml', 'b'],
    ]);
  });

  it('has Korean names, as UTF-8 says it or as Korean Windows writes them', async () => {
    const cp949 = Uint8Array.from([0xb0, 0xfa, 0xc1, 0xa6, 0x2e, 0x79, 0x61, 0x6d, 0x6c]);
    expect(
      await pathsOf(file(cp949), { ...file('답.yaml'), flags: 0x800 }, file('안.yaml')),
    ).to.deep.equal(['과제.yaml', '답.yaml', '안.yaml'].sort());
  });

  it("leaves out what macOS adds, and says of links that they are none of the student's work", async () => {
    const link = { ...file('passwd.yaml', '/etc/passwd'), mode: 0o120777 };
    const { files, problems } = await read(file('a.yaml'), file('__MACOSX/._a.yaml'), link);
    expect(files.map(({ path }) => path)).to.deep.equal(['a.yaml']);
    expect(problems).to.deep.equal(['passwd.yaml: a symbolic link, left out']);
  });

  const REFUSED: readonly (readonly [string, readonly MadeEntry[], string])[] = [
    [
      'a way upwards',
      [file('../../evil.yaml')],
      '../../evil.yaml: a path that leads out of the submission',
    ],
    [
      'a way upwards with backslashes',
      [file('a\\..\\..\\evil.yaml')],
      'leads out of the submission',
    ],
    ['a path from the root', [file('/etc/evil.yaml')], 'leads out of the submission'],
    ['a drive', [file('C:/evil.yaml')], 'leads out of the submission'],
    ['a name with a line feed', [file('a\nb.yaml')], 'a name with control characters'],
    ['folders without end', [file(`${'a/'.repeat(30)}b.yaml`)], 'folders in folders too deep'],
    ['a bomb', [file('a.yaml', '0'.repeat(1_000_000))], 'more than 10000 bytes, unpacked'],
    [
      'a bomb that lies about itself',
      [{ ...file('a.yaml', '0'.repeat(1_000_000)), claimedSize: 10 }],
      '',
    ],
    [
      'many small ones',
      Array.from({ length: 6 }, (_, at) => file(`${at}.yaml`)),
      'more than 5 files',
    ],
    ['very many', Array.from({ length: 2000 }, (_, at) => file(`${at}.yaml`)), 'more than 5 files'],
    ['a password', [{ ...file('a.yaml'), flags: 1 }], 'is locked with a password'],
  ];
  for (const [what, entries, message] of REFUSED) {
    it(`is refused for ${what}`, async () => {
      const failure: unknown = await read(...entries).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(UngradableError);
      expect(String(failure)).to.include(message);
    });
  }

  it('is refused where it is none, or damaged', async () => {
    const failureOf = (bytes: Buffer) => readArchive('a.zip', bytes, LIMITS).catch(String);
    expect(await failureOf(Buffer.from('hello'))).to.match(/no ZIP archive/);
    const whole = madeZip([file('a.yaml', 'some text that is packed')]);
    whole.fill(0xff, 40, 50);
    expect(await failureOf(whole)).to.match(/the archive is damaged/);
  });
});

describe('a submission in a folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calicumber-intake-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is its files; links are left out', () => {
    mkdirSync(join(folder, 'features'));
    writeFileSync(join(folder, 'features', 'a.feature'), 'Feature: a');
    writeFileSync(join(folder, 'pods.yaml'), 'x');
    symlinkSync('/etc/passwd', join(folder, 'passwd.yaml'));
    symlinkSync('/etc', join(folder, 'etc'));
    const { files, problems } = readFolder(folder, LIMITS);
    expect(files.map(({ path }) => path)).to.deep.equal(['features/a.feature', 'pods.yaml']);
    expect(problems).to.deep.equal([
      'etc: a symbolic link, left out',
      'passwd.yaml: a symbolic link, left out',
    ]);
  });

  it('is refused where it is too much', () => {
    writeFileSync(join(folder, 'a.yaml'), Buffer.alloc(20_000));
    expect(() => readFolder(folder, LIMITS)).to.throw(UngradableError, 'more than 10000 bytes');
  });
});
