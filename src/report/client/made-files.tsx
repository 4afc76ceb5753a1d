/** Downloads that the page makes of what it holds, where no files of the kind came with it. */
import type { JSX } from 'preact';
import { writePcap } from '../../wire/capture/pcap';
import { writePcapng } from '../../wire/capture/write-pcapng';
import type { CaptureFile } from '../model/evidence';
import { PAGE_WORDS } from '../words/page-words';
import { Say } from '../words/say';
import { shown } from '../words/shown';
import { captureIn } from './capture-in';
import type { PackedEvidence } from './packed-evidence';

const NAME_MAX = 100;

interface MadeFilesProps {
  readonly evidence: PackedEvidence;
  readonly name: string;
  /** Those that came with it. */
  readonly files: readonly CaptureFile[];
}

export function MadeFiles({ evidence, name, files }: MadeFilesProps): JSX.Element | null {
  const { capture, walks } = evidence;
  const hasEach = files.some(({ interfaceName }) => interfaceName !== undefined);
  if (hasEach || (capture === undefined && walks.length === 0)) return null;
  return (
    <div class="scenario-made">
      <Say words={PAGE_WORDS.downloads} />:
      {capture !== undefined && files.length === 0 && (
        <button
          type="button"
          onClick={() => save(`${name}.pcapng`, writePcapng(captureIn(capture)))}
        >
          <Say words={PAGE_WORDS.allInterfaces} />
        </button>
      )}
      {capture?.interfaces.map(({ name: interfaceName, linkType }) => (
        <button
          type="button"
          key={interfaceName}
          onClick={() => {
            const { frames } = captureIn(capture);
            const own = frames.filter((frame) => frame.interfaceName === interfaceName);
            save(`${name}-${interfaceName.replaceAll(/\W+/g, '-')}.pcap`, writePcap(linkType, own));
          }}
        >
          {shown(interfaceName, NAME_MAX)}
        </button>
      ))}
      {walks.length > 0 && (
        <button type="button" onClick={() => save(`${name}.json`, JSON.stringify(walks))}>
          <Say words={PAGE_WORDS.trace} />
        </button>
      )}
    </div>
  );
}

/** As browsers have it: a link to bytes that the page made, which is followed at once. */
function save(name: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? content : new Uint8Array(content);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
