/** The files beside the page that hold a scenario's capture and its trace. */
import type { JSX } from 'preact';
import type { CaptureFile } from '../../model/evidence';
import { frameCountWords, PAGE_WORDS } from '../../words/page-words';
import { Say } from '../../words/say';
import { shown } from '../../words/shown';

const NAME_MAX = 100;

interface ScenarioFilesProps {
  readonly files: readonly CaptureFile[];
  /** The path of its walks as JSON. */
  readonly trace: string | undefined;
}

export function ScenarioFiles({ files, trace }: ScenarioFilesProps): JSX.Element | null {
  if (files.length === 0 && trace === undefined) return null;
  return (
    <details class="scenario-files">
      <summary>
        <Say words={PAGE_WORDS.downloads} />
      </summary>
      <ul>
        {files.map((file) => (
          <li key={file.path}>
            <a
              href={hrefOf(file.path)}
              data-frames={file.frames}
              data-interface-name={file.interfaceName}
            >
              {file.interfaceName === undefined ? (
                <Say words={PAGE_WORDS.allInterfaces} />
              ) : (
                shown(file.interfaceName, NAME_MAX)
              )}
            </a>{' '}
            (<Say words={frameCountWords(file.frames)} />)
          </li>
        ))}
        {trace !== undefined && (
          <li>
            <a href={hrefOf(trace)}>
              <Say words={PAGE_WORDS.trace} />
            </a>
          </li>
        )}
      </ul>
    </details>
  );
}

/** File names keep letters of any language. */
function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
