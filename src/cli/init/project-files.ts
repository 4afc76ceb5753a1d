/**
 * The files of a new project: what each is called, and what is in it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../steps/support/catalogue';
import { packageRoot } from '../../package/package-root';
import { version } from '../version';
import { editorSettings, RECOMMENDED_EXTENSIONS } from './editor';

export interface ProjectFile {
  /** In the project's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** @param name of the project, as npm takes it */
export function projectFiles(name: string, language: Language): readonly ProjectFile[] {
  return [
    { path: 'package.json', text: json(manifestOf(name)) },
    { path: 'README.md', text: template(`README.${language}.md`) },
    { path: '.gitignore', text: 'node_modules/\nreports/\n' },
    { path: 'features/first.feature', text: template(`first.${language}.feature`) },
    { path: 'features/labs/kans.yaml', text: own('features/labs/kans.yaml') },
    {
      path: 'features/manifests/two-pods.yaml',
      text: own('features/manifests/two-pods-two-nodes.yaml'),
    },
    { path: '.vscode/settings.json', text: json(editorSettings()) },
    { path: '.vscode/extensions.json', text: json({ recommendations: RECOMMENDED_EXTENSIONS }) },
    { path: '.github/workflows/specifications.yml', text: template('workflow.yml') },
  ];
}

/** What a project needs: this program, and Cucumber, which it runs on. */
export function manifestOf(name: string): object {
  const { peerDependencies = {} } = JSON.parse(own('package.json'));
  return {
    name,
    private: true,
    scripts: { test: 'calicumber run' },
    devDependencies: {
      '@cucumber/cucumber': peerDependencies['@cucumber/cucumber'] ?? '>=12.9 <14',
      calicumber: `^${version()}`,
    },
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function template(name: string): string {
  return own(`templates/init/${name}`);
}

function own(path: string): string {
  return readFileSync(join(packageRoot(), path), 'utf8');
}
