/**
 * What the server needs of the machine that it runs on; handed in, so that it can also serve where there are
 * no files.
 */
import type { InputFiles } from '../lint/linter';

export interface Surroundings {
  /** The labs and manifests that a feature can name, by the path of the feature. */
  readonly inputs: InputFiles;
  /** The files in which the sentences are defined. */
  readonly stepFiles: () => readonly SourceFile[];
  /** Of a document that is no file, a path as if it were one among the project's features. */
  readonly pathOf: (uri: string) => string;
  readonly uriOf: (path: string) => string;
  /** Calls back when nothing else has been asked for in a while; the answer calls that off. */
  readonly later: (act: () => void) => () => void;
}

export interface SourceFile {
  readonly uri: string;
  readonly text: string;
}
