/** The evidence of a scenario, unpacked: Base64 of deflated JSON, which the program wrote itself. */
import type { CaptureFile, ScenarioEvidence } from '../model/evidence';

export type PackedEvidence = Omit<ScenarioEvidence, 'files'>;

/** @returns `undefined` where it is damaged, or where the browser cannot unpack it */
export async function evidenceIn(base64: string): Promise<PackedEvidence | undefined> {
  try {
    const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const unpacking = new Blob([packed])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    return await new Response(unpacking).json();
  } catch {
    // The page says so.
    return undefined;
  }
}

/** The files beside the page, from the list that stands in the scenario. */
export function filesIn(scenario: HTMLElement): readonly CaptureFile[] {
  return [...scenario.querySelectorAll<HTMLElement>('.scenario-files a[data-frames]')].map(
    (link) => {
      const { frames = '', interfaceName } = link.dataset;
      const path = decodeURIComponent(link.getAttribute('href') ?? '');
      const file = { path, frames: Number(frames) };
      return interfaceName === undefined ? file : { ...file, interfaceName };
    },
  );
}
