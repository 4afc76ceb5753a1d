/**
 * One class of which all but two attack: each is told what came of it, the two get what they would get
 * alone, and nothing is anywhere but where results go.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { StudentResult } from '../../../grade/model/result';
import { version } from '../../version';
import { grade } from '../grade';
import { heard } from '../quietly.fixture';
import { handIn, writeFiles } from './attack.fixture';
import { MARK } from './attacks/code.fixture';
import { ASSIGNMENT, HONEST, SECRET } from './attacks/honest.fixture';
import { ATTACKS } from './attacks/index.fixture';
import { liveIn } from './live.fixture';
import { factsIn, otherThan, textsIn } from './told.fixture';

/** On two cores with nothing else to do it takes 20 s. */
const ALL_MS = 120_000;
const ROOT = join(__dirname, '..', '..', '..', '..');

describe('a hostile class', function () {
  this.timeout(ALL_MS + 60_000);
  const environment: { TMPDIR?: string } = process.env;
  const { TMPDIR } = environment;
  const place = mkdtempSync(join(tmpdir(), 'calicumber-hostile-'));
  const server = createServer((_request, response) => response.end('reached'));
  const found = { root: readdirSync(ROOT), handedIn: [] as readonly string[] };
  let reached = 0;
  let tookMs = 0;
  let said = '';
  let results: ReadonlyMap<string, StudentResult>;

  before(async () => {
    server.on('connection', () => {
      reached += 1;
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    for (const name of ['task', 'all', 'honest', 'tmp']) mkdirSync(join(place, name));
    writeFiles(join(place, 'task'), ASSIGNMENT);
    for (const attack of ATTACKS) handIn(attack, join(place, 'all'), port);
    for (const [name, handedIn] of Object.entries(HONEST)) {
      for (const where of ['all', 'honest']) handIn({ name, handedIn }, join(place, where));
    }
    found.handedIn = factsIn(Buffer.from(join(place, 'all')));
    // Whatever is left behind is to be seen, also beside other tests.
    environment.TMPDIR = join(place, 'tmp');
    await gradeClass('honest', 1);
    const began = performance.now();
    said = await gradeClass('all', 2);
    tookMs = performance.now() - began;
    results = resultsIn('all');
  });
  after(() => {
    if (TMPDIR === undefined) delete environment.TMPDIR;
    else environment.TMPDIR = TMPDIR;
    server.close();
    rmSync(place, { recursive: true, force: true });
  });

  for (const { name, expected } of ATTACKS) {
    it(`${expected.state === 'graded' ? 'is harmed by no' : 'refuses'} ${JSON.stringify(name).slice(0, 60)}`, () => {
      const result = results.get(name);
      if (result === undefined) throw new Error(`there is no result of ${name}`);
      expect(otherThan(expected, result)).to.equal(undefined);
    });
  }

  it('has at least a hundred attacks, and a result for each', () => {
    expect(ATTACKS.length).to.be.at.least(100);
    expect(results.size).to.equal(ATTACKS.length + Object.keys(HONEST).length);
  });

  it('gives the honest what they get alone, byte for byte', () => {
    const [all, alone] = ['all', 'honest'].map((name) => textsIn(join(place, `${name}-out`)));
    const own = [...(alone ?? [])].filter(([path]) => /-student[./]/.test(path));
    expect(own.length).to.be.at.least(4);
    for (const [path, text] of own) expect(all?.get(path), path).to.equal(text);
    expect(results.get('good-student')?.score).to.equal(20);
    expect(results.get('weak-student')?.score).to.equal(6);
  });

  it('leaves nothing but results, changes no submission, and reaches nobody', () => {
    expect(readdirSync(join(place, 'tmp'))).to.deep.equal([]);
    expect(readdirSync(place).sort()).to.deep.equal(
      ['all', 'all-out', 'honest', 'honest-out', 'task', 'tmp'].sort(),
    );
    expect(factsIn(Buffer.from(join(place, 'all')))).to.deep.equal(found.handedIn);
    expect(readdirSync(ROOT)).to.deep.equal(found.root);
    expect([MARK, join(tmpdir(), 'calicumber-hacked')].filter(existsSync)).to.deep.equal([]);
    expect(reached).to.equal(0);
  });

  it('tells no student of a hidden scenario', () => {
    for (const [path, text] of textsIn(join(place, 'all-out', 'feedback'))) {
      expect(text, path).not.to.include(SECRET);
    }
  });

  it('brings no page, table or terminal to life', () => {
    expect(
      [...textsIn(join(place, 'all-out'))].flatMap(([path, text]) => liveIn(path, text)),
    ).to.deep.equal([]);
  });

  it('has a line for each, and nothing that a terminal obeys', () => {
    const [, ...ends] = said.split('\n').reverse();
    expect(ends.slice(2).length).to.equal(results.size);
    expect(said).not.to.match(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
  });

  it('is graded in time', () => expect(tookMs).to.be.below(ALL_MS));

  async function gradeClass(name: string, jobs: number): Promise<string> {
    const { said } = await heard(() =>
      grade({
        assignment: join(place, 'task'),
        submissions: join(place, name),
        out: join(place, `${name}-out`),
        jobs,
        shard: undefined,
        audience: 'graded',
        isCodeAllowed: false,
        people: {},
        version: version(),
      }),
    );
    return said;
  }

  function resultsIn(name: string): ReadonlyMap<string, StudentResult> {
    const texts = [...textsIn(join(place, `${name}-out`, 'results')).values()];
    const read = texts.map((text): StudentResult => JSON.parse(text));
    return new Map(read.map((result) => [result.student, result]));
  }
});
