/** Every format of the lint. A new one is a file beside this and an entry here. */
import type { Format } from './format';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

export const FORMATS: readonly Format[] = [text, github, sarif, json];
