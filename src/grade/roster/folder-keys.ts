/**
 * What the name of a folder or archive tells of the student. Downloads of all submissions are called:
 * by Canvas `lastfirst_USER_ATTACHMENT_file`, with `_LATE_` before or after the user's number (Canvas,
 * lib/content_zipper.rb); by Moodle `Full Name_PARTICIPANT_assignsubmission_file_` (mod/assign/locallib.php).
 */
import { type Keys, keysFrom } from './keys';

const CANVAS = /^(?<name>.+?)(?:_LATE)?_(?<user>\d+)(?:_LATE)?_\d+_/s;
const MOODLE = /^(?<name>.+)_(?<participant>\d+)_assignsubmission_/s;

export function folderKeys(student: string): Keys {
  const folder = [student];
  const moodle = MOODLE.exec(student)?.groups;
  if (moodle !== undefined) {
    const { name = '', participant = '' } = moodle;
    return keysFrom({ folder, participant: [participant], name: [name.replaceAll('_', ' ')] });
  }
  const canvas = CANVAS.exec(student)?.groups;
  if (canvas !== undefined) {
    const { name = '', user = '' } = canvas;
    return keysFrom({ folder, canvas: [user], name: [name] });
  }
  return keysFrom({
    folder,
    id: [student],
    login: [student],
    email: student.includes('@') ? [student] : [],
    name: [student.replaceAll('_', ' ')],
  });
}
