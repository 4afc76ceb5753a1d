/** Every format of one student's result. A new one is a file beside this and a line here. */
import { CLASSROOM50 } from './classroom50';
import type { Format } from './format';
import { GITHUB_CLASSROOM } from './github-classroom';
import { GRADESCOPE } from './gradescope';
import { PRAIRIELEARN } from './prairielearn';

export const FORMATS: readonly Format[] = [GRADESCOPE, CLASSROOM50, GITHUB_CLASSROOM, PRAIRIELEARN];
