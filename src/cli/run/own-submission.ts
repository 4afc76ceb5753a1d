/**
 * What somebody is about to hand in, as a grader would bring it in: so that students can try the visible
 * features of an assignment at home.
 */
import { existsSync, statSync } from 'node:fs';
import type { HandedIn } from '../../../steps/support/handed-in';
import { UngradableError } from '../../grade/submissions/submission';
import { taskFiles } from '../../grade/submissions/task-files';
import { wrongUse } from '../exit-code';
import { readFolder } from '../grade/intake/folder';

/** What an assignment allows where it says nothing. */
const LIMITS = { seconds: 30, filesMax: 100, bytesMax: 1024 * 1024, scenariosMax: 100 };

/**
 * @param folder of the task, with manifests and scripts
 * @param host where scripts are typed
 * @throws CliError where it is no folder, or holds what is never handed in
 */
export function ownSubmission(folder: string, host: string): HandedIn {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw wrongUse(
      `there is no folder ${folder}; a submission is a folder with manifests and scripts`,
    );
  }
  try {
    const { manifests, scripts } = taskFiles(readFolder(folder, LIMITS), '', ['']);
    return { manifests, scripts, host, breaks: [] };
  } catch (error) {
    if (error instanceof UngradableError) throw wrongUse(`${folder}: ${error.message}`);
    throw error;
  }
}
