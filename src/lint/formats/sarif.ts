/**
 * SARIF 2.1.0, which code scanning reads (OASIS, "Static Analysis Results Interchange Format").
 */
import type { ArtifactLocation, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Place } from '../../spec/place';
import type { Finding, Rule } from '../rule';
import { RULES } from '../rules/index';
import type { Format } from './format';

export const sarif: Format = {
  name: 'sarif',
  print: (files, { version }) => {
    const log: Log = {
      $schema:
        'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'calicumber', version, rules: RULES.map(descriptor) } },
          columnKind: 'utf16CodeUnits',
          results: files.flatMap(({ path, findings }) =>
            findings.map((finding) => result(finding, locationOf(path))),
          ),
        },
      ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
  },
};

function descriptor({ id, says, help, severity }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: says },
    help: { text: help },
    defaultConfiguration: { level: severity },
  };
}

function result(
  { rule, place, message, fix }: Finding,
  artifactLocation: ArtifactLocation,
): Result {
  return {
    ruleId: rule.id,
    ruleIndex: RULES.indexOf(rule),
    level: rule.severity,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(place) } }],
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: fix.says },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: fix.edits.map((edit) => ({
                    deletedRegion: regionOf(edit.place),
                    insertedContent: { text: edit.text },
                  })),
                },
              ],
            },
          ],
        }),
  };
}

/** SARIF too counts from 1, and ends after the last letter. */
function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path from where the command was called; an absolute one is a URI of its own. */
function locationOf(path: string): ArtifactLocation {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri };
}
