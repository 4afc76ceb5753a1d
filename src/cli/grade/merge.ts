/**
 * `calicumber grade merge`: the parts of a class that several machines graded, as one machine would have
 * written them.
 */
import { mkdirSync } from 'node:fs';
import { wrongUse } from '../exit-code';
import { type PeopleFiles, writeClass } from './class-files';
import { type GradingFacts, readGradingFacts, writeGradingFacts } from './grading-facts';
import type { Judged } from './pool/work';
import { ResultFiles } from './result-files';
import { statusOf } from './status';

/** @returns the exit status: 2 where some could not be graded */
export function merge(folders: readonly string[], out: string, people: PeopleFiles): number {
  const facts = factsOf(folders);
  const judged = judgedIn(folders);
  mkdirSync(out, { recursive: true });
  const files = new ResultFiles(out);
  for (const one of judged) files.write(one);
  writeGradingFacts(out, facts);
  writeClass(out, facts, judged, people);
  return statusOf(judged);
}

/** @throws CliError where they are not parts of one grading */
function factsOf(folders: readonly string[]): GradingFacts {
  const [first, ...others] = folders.map((folder) => ({ folder, facts: readGradingFacts(folder) }));
  if (first === undefined) throw wrongUse('of which folders?');
  const text = JSON.stringify(first.facts);
  const stranger = others.find(({ facts }) => JSON.stringify(facts) !== text);
  if (stranger === undefined) return first.facts;
  const key = Object.keys(first.facts).find(
    (name) =>
      JSON.stringify(Reflect.get(first.facts, name)) !==
      JSON.stringify(Reflect.get(stranger.facts, name)),
  );
  throw wrongUse(
    `${first.folder} and ${stranger.folder} are no parts of one grading: they differ in ${key}`,
  );
}

/** In the order of the students. @throws CliError where two parts disagree about one of them */
function judgedIn(folders: readonly string[]): readonly Judged[] {
  const known = new Map<string, { readonly folder: string; readonly judged: Judged }>();
  for (const folder of folders) {
    for (const judged of new ResultFiles(folder).all()) {
      const { student } = judged.result;
      const other = known.get(student);
      if (other !== undefined && JSON.stringify(other.judged) !== JSON.stringify(judged)) {
        throw wrongUse(`${student} has different results in ${other.folder} and ${folder}`);
      }
      known.set(student, { folder, judged });
    }
  }
  return [...known.values()]
    .map(({ judged }) => judged)
    .sort((one, other) => (one.result.student < other.result.student ? -1 : 1));
}
