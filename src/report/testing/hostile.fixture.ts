/**
 * What somebody could send who wants his script run by whoever reads a report: markup, handlers,
 * `javascript:` addresses and SVG in every place where a feature or a message holds text. All of it calls
 * `FIRED`, which the page that is watched does not survive unnoticed.
 */
import { FIRED } from './watched-page';

/** In one line, for names, cells and sentences. */
export function hostileLine(where: string): string {
  return [
    `</script><script>${FIRED}('${where} script')</script>`,
    `"><img src=x onerror="${FIRED}('${where} image')">`,
    `'><svg onload='${FIRED}("${where} svg")'><a xlink:href="javascript:${FIRED}('${where} link')">a</a></svg>`,
    `--><iframe srcdoc="<script>parent.${FIRED}('${where} frame')</script>"></iframe>`,
    `[a](javascript:${FIRED}('${where}')) <style>@import url(http://203.0.113.1/${where.replaceAll(' ', '-')})</style>`,
    '\u202egnp.exe\u2066 {{7*7}}',
  ].join(' ');
}

/** As long as a title can be made, and still be shown by something. */
const LONG = 100_000;

/** A feature of which one scenario is violated and one not established, hostile in all of its text. */
export const HOSTILE_FEATURE = `
@<img/src=x/onerror=${FIRED}('tag')>
Feature: ${hostileLine('feature')}
  ${hostileLine('description')}

  Background: ${hostileLine('background')}
    Given the manifests "one-pod"

  Rule: ${hostileLine('rule')}

    Scenario: ${hostileLine('violated')}
      When I run on k8s-w1:
        """
        echo '${hostileLine('typed').replaceAll("'", '')}'
        """
      Then it prints:
        """
        ${hostileLine('expected')}
        """

    Scenario: ${hostileLine('table')}
      When pod1 pings 8.8.8.8
      Then the ipset cali40all-ipam-pools on k8s-w1 has the members:
        | member |
        | ${hostileLine('cell').replaceAll('|', '')} |

    Scenario: ${hostileLine('unknown')}
      When ${hostileLine('sentence')}

    Scenario Outline: ${hostileLine('outline')} <address>
      When pod1 pings <address>
      Then the ping succeeds

      Examples: ${hostileLine('examples')}
        | address |
        | 8.8.8.8 |

  Scenario: ${'long '.repeat(LONG / 5)}
    When pod1 pings 8.8.8.8
    Then the ping succeeds
`;

/** Names of the lab in messages, each replaced by one that no cluster would have. */
export function withHostileNames(messages: string): string {
  return messages
    .split('\n')
    .map((line) => {
      const isAttached = line.startsWith('{"attachment"');
      return isAttached ? JSON.stringify(JSON.parse(line, hostileValue)) : line;
    })
    .join('\n');
}

/** JSON within JSON, too: attachments of ours are that. */
function hostileValue(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (key === 'body' && /^[[{]/.test(value)) return JSON.stringify(JSON.parse(value, hostileValue));
  return value.replaceAll(
    /\b(?:default\/)?(?:pod1|k8s-w1|router|internet)\b/g,
    hostileLine('name'),
  );
}
