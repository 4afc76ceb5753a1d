/**
 * Which of a submission's files belong to a task, by where they are and what they are called.
 */
import type { Submission } from './submission';

export interface TextFile {
  /** Within the task's folder. */
  readonly name: string;
  readonly text: string;
}

export interface TaskFiles {
  readonly manifests: readonly TextFile[];
  readonly scripts: readonly TextFile[];
  readonly features: readonly TextFile[];
  /** Steps of the student's own; none where the instructor does not allow them. */
  readonly code: readonly TextFile[];
  /** A sentence for each file that is no text, or that nobody knows what to do with. */
  readonly problems: readonly string[];
}

type Kind = 'manifests' | 'scripts' | 'features' | 'code';

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/\.(ya?ml|json)$/i, 'manifests'],
  [/\.sh$/i, 'scripts'],
  [/\.feature$/i, 'features'],
  [/\.[jt]s$/i, 'code'],
];

/** What a student's editor, archiver or system leaves behind; and what people write for people. */
const OVERLOOKED =
  /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)|\.(md|txt|pdf|png|jpe?g|docx?|hwpx?)$/i;

/**
 * @param folder of the task in the submission; `''` for its root
 * @param folders of all tasks: what is in another task's folder is none of this one's
 */
export function taskFiles(
  { files }: Submission,
  folder: string,
  folders: readonly string[],
  isCodeAllowed = false,
): TaskFiles {
  const others = folders.filter((other) => other !== folder && isWithin(other, folder));
  const found: Record<Kind, TextFile[]> = { manifests: [], scripts: [], features: [], code: [] };
  const problems: string[] = [];
  for (const { path, bytes } of files) {
    if (!isWithin(path, folder) || others.some((other) => isWithin(path, other))) continue;
    const name = folder === '' ? path : path.slice(folder.length + 1);
    if (OVERLOOKED.test(name)) continue;
    const kind = KINDS.find(([shape]) => shape.test(name))?.[1];
    if (kind === undefined) {
      problems.push(`${path}: not looked at; handed in are .yaml, .json, .sh and .feature`);
      continue;
    }
    if (kind === 'code' && !isCodeAllowed) {
      problems.push(`${path}: code is not run here; it wants --allow-code`);
      continue;
    }
    const text = textOf(bytes);
    if (text === undefined) problems.push(`${path}: is no text in UTF-8; save it as UTF-8`);
    else found[kind].push({ name, text });
  }
  return { ...found, problems };
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** Without a byte order mark. `undefined` where the bytes are no UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
