/**
 * Which files a watch looks at: the features that were given, the labs and manifests that features find, what is
 * handed in, and the sentences, if they are somebody's to change.
 */
import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { featuresFolderOf } from '../../../steps/support/feature-inputs';

export type FileKind = 'feature' | 'input' | 'submission' | 'code';

export interface WatchedPlaces {
  /** Features and folders of features. */
  readonly given: readonly string[];
  readonly submission: string | undefined;
  /** Written by every run, and so never looked at. */
  readonly reports: string;
  /** The features of this program: whoever has no such lab or manifest gets theirs. */
  readonly project: string;
  /** The sentences, where they are somebody's to change. */
  readonly code: string | undefined;
}

/** Folders of labs and manifests, beside or above features. */
const ROOMS: ReadonlySet<string> = new Set(['labs', 'manifests']);

export class WatchedFiles {
  readonly #features: ReadonlySet<string>;
  readonly #folders: readonly string[];
  readonly #inputs: ReadonlySet<string>;
  readonly #submission: string | undefined;
  readonly #reports: string;
  readonly #code: string | undefined;

  constructor({ given, submission, reports, project, code }: WatchedPlaces) {
    const places = given.map((path) => resolve(path));
    const isFolder = (path: string): boolean => statSync(path).isDirectory();
    this.#features = new Set(places.filter((path) => !isFolder(path)));
    this.#folders = places.filter(isFolder);
    this.#inputs = new Set([
      ...[...this.#features].map(featuresFolderOf),
      ...this.#folders.map((folder) => featuresFolderOf(join(folder, 'any.feature'))),
      project,
    ]);
    this.#submission = submission === undefined ? undefined : resolve(submission);
    this.#reports = resolve(reports);
    this.#code = code;
  }

  /** Folders that hold all of it, none within another. */
  get roots(): readonly string[] {
    const all = this.#places();
    return all.filter((path) => !all.some((other) => other !== path && isIn(path, other)));
  }

  /** @param path an absolute one */
  kindOf(path: string): FileKind | undefined {
    if (this.#isPassedOver(path)) return undefined;
    if (this.#submission !== undefined && isIn(path, this.#submission)) return 'submission';
    if (path.endsWith('.feature')) return this.#isFeature(path) ? 'feature' : undefined;
    if (path.endsWith('.yaml')) return this.#isInput(path) ? 'input' : undefined;
    if (this.#code === undefined || !path.endsWith('.ts')) return undefined;
    return isIn(path, this.#code) ? 'code' : undefined;
  }

  /** Whether anything in or below a folder can be of interest. */
  isEntered(folder: string): boolean {
    if (this.#isPassedOver(folder)) return false;
    const within = [...this.#folders, this.#submission, this.#code];
    return (
      within.some((place) => place !== undefined && isIn(folder, place)) ||
      (ROOMS.has(basename(folder)) && this.#inputs.has(dirname(folder))) ||
      this.#places().some((place) => isIn(place, folder))
    );
  }

  #places(): readonly string[] {
    const others = [this.#submission, this.#code].flatMap((path) => path ?? []);
    const files = [...this.#features].map((path) => dirname(path));
    return [...new Set([...this.#folders, ...files, ...this.#inputs, ...others])];
  }

  #isFeature(path: string): boolean {
    return this.#features.has(path) || this.#folders.some((folder) => isIn(path, folder));
  }

  #isInput(path: string): boolean {
    const room = dirname(path);
    const folder = dirname(room);
    return (
      ROOMS.has(basename(room)) &&
      (this.#inputs.has(folder) || this.#folders.some((given) => isIn(folder, given)))
    );
  }

  /** Reports, packages, and what is hidden below a place that was given. */
  #isPassedOver(path: string): boolean {
    if (isIn(path, this.#reports)) return true;
    const below = this.#places()
      .filter((place) => isIn(path, place))
      .map((place) => relative(place, path).split(sep));
    const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';
    return below.length > 0 && below.every((names) => names.some(isHidden));
  }
}

/** Whether a path is a folder or lies below it. */
function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
