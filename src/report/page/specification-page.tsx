/** Writes the living specification: `spec.html`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Specification } from '../spec/specification';
import { SpecificationView } from '../view/spec/specification-view';
import { SPEC_WORDS } from '../words/spec-words';
import { stillPage } from './still-page';

const FILE = 'spec.html';

/** @returns the name of the file in the folder */
export function writeSpecification({ features }: Specification, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const page = stillPage(SPEC_WORDS.title, <SpecificationView features={features} />);
  writeFileSync(join(folder, FILE), page);
  return FILE;
}
