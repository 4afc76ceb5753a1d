/**
 * What is read of a file of messages, and what is said of a file that is none.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CliError, EXIT } from '../exit-code';
import { readMessageFile } from './message-file';

describe('a file of messages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'calicumber-messages-'));
  const path = join(folder, 'm.ndjson');

  after(() => rmSync(folder, { recursive: true }));

  async function read(text: string | Uint8Array, take?: () => void) {
    writeFileSync(path, text);
    const keys: string[] = [];
    const { isWhole } = await readMessageFile(path, (envelope) => {
      keys.push(...Object.keys(envelope));
      take?.();
    });
    return { keys, isWhole };
  }

  async function refused(text: string | Uint8Array, take?: () => void) {
    const error = await read(text, take).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof CliError)) throw new Error('it was not refused');
    expect(error.exit).to.equal(EXIT.usage);
    return error.message.replace(path, 'm.ndjson');
  }

  const META = '{"meta":{}}\n';
  const END = '{"testRunFinished":{}}';

  it('is read to its end, blank lines and all', async () => {
    const whole = { keys: ['meta', 'testRunFinished'], isWhole: true };
    expect(await read(`\n${META}\r\n${END}`)).to.deep.equal(whole);
  });

  it('of a run that was killed is read as far as it goes', async () => {
    const cut = { keys: ['meta'], isWhole: false };
    expect(await read(META)).to.deep.equal(cut);
    expect(await read(`${META}{"testRunFin`)).to.deep.equal(cut);
  });

  it('is refused with its line where it is something else', async () => {
    const strange = 'this is no Cucumber message; a run writes them to reports/messages.ndjson';
    expect(await refused('{"numTotalTests": 3}\n')).to.equal(`m.ndjson:1: ${strange}`);
    expect(await refused('{"meta":')).to.equal(`m.ndjson:1: ${strange}`);
    expect(await refused(`${META}\n<html>\n${END}\n`)).to.equal(`m.ndjson:3: ${strange}`);
    expect(await refused(`${META}[]\n`)).to.equal(`m.ndjson:2: ${strange}`);
    expect(await refused('\n')).to.equal('m.ndjson is empty; there are no messages in it');
  });

  it('is refused with its line where a message has another form', async () => {
    const trip = () => {
      throw new TypeError('x is not iterable');
    };
    expect(await refused(META, trip)).to.equal(
      'm.ndjson:1: this message is not as Cucumber writes it (x is not iterable)',
    );
  });

  it('is refused where it is no file', async () => {
    const refusal = (name: string) =>
      readMessageFile(name, () => {}).then(
        () => '',
        (error: Error) => error.message,
      );
    expect(await refusal('nowhere.ndjson')).to.equal('there is no nowhere.ndjson');
    expect(await refusal('src')).to.match(/^src is a folder; name the file of messages in it/);
  });
});
