/**
 * Colours for terminals. NO_COLOR (no-color.org) and FORCE_COLOR are honoured here, since styleText
 * only asks the stream from Node 22 on.
 */
import { styleText } from 'node:util';

export type Colour = Parameters<typeof styleText>[0];
export type Paint = (colour: Colour, text: string) => string;

/** @param isTerminal whether somebody reads the text as it is written */
export function paintFor(isTerminal: boolean, env: NodeJS.ProcessEnv = process.env): Paint {
  const { NO_COLOR: no = '', FORCE_COLOR: force = '' } = env;
  const isColoured = no === '' && (force === '' ? isTerminal : force !== '0');
  return isColoured ? (colour, text) => styleText(colour, text) : (_colour, text) => text;
}
