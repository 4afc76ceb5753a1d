/**
 * What Visual Studio Code is told of a project: where Cucumber's extension finds the sentences, and which
 * files the schemas are for.
 */

/** Cucumber's own, and the one that reads JSON schemas for YAML. */
export const RECOMMENDED_EXTENSIONS = ['CucumberOpen.cucumber-official', 'redhat.vscode-yaml'];

const PACKAGE = 'node_modules/calicumber';

/** The extension reads sources as text and knows no packages: the sentences are written out for it. */
export const GLUE = 'dist/editor/steps.glue.ts';

export function editorSettings(): object {
  return {
    'cucumber.features': ['features/**/*.feature'],
    'cucumber.glue': [`${PACKAGE}/${GLUE}`],
    'yaml.schemas': {
      [`./${PACKAGE}/schemas/manifest.schema.json`]: [
        'features/labs/*.yaml',
        'features/manifests/*.yaml',
      ],
      [`./${PACKAGE}/schemas/assignment.schema.json`]: ['**/assignment.yaml'],
    },
  };
}
