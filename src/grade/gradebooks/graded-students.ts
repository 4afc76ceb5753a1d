/**
 * Results as a gradebook takes them. Ungradable is not zero: such students are left out, and their cells
 * stay as they are.
 */
import type { StudentResult } from '../model/result';
import { folderKeys } from '../roster/folder-keys';
import type { Keys } from '../roster/keys';
import { rosterKeys } from '../roster/match-students';
import type { RosterRow } from '../roster/read-roster';
import type { GradedStudent } from './gradebook';

/**
 * @param roster whom the roster says the submissions are of, by their names; those it does not know go
 * by the names of their folders
 * @param feedback what a student is told, as plain text
 */
export function gradedStudents(
  results: readonly StudentResult[],
  roster: ReadonlyMap<string, RosterRow>,
  feedback: (result: StudentResult) => string,
): readonly GradedStudent[] {
  return results.flatMap((result) => {
    const { student, state, score, maxScore } = result;
    if (state === 'ungradable' || score === undefined) return [];
    const keys = keysOf(student, roster.get(student));
    return { student, keys, score, maxScore, feedback: feedback(result) };
  });
}

/** Of a folder's name only the numbers of the gradebook still count where the roster tells the rest. */
function keysOf(student: string, row: RosterRow | undefined): Keys {
  const ofFolder = folderKeys(student);
  if (row === undefined) return ofFolder;
  const ofRoster = rosterKeys(row);
  const canvas = ofFolder.canvas.length > 0 ? ofFolder.canvas : ofRoster.canvas;
  return { ...ofRoster, folder: [], canvas, participant: ofFolder.participant };
}
