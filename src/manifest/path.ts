/** The way from a document's root to one of its values: field names and list indices. */
export type Path = readonly (string | number)[];

const PLAIN_NAME = /^[\w-]+$/;

/** `spec.containers[0].image`; a name that dots would tear apart stands in brackets and quotes. */
export function formatPath(path: Path): string {
  return path
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!PLAIN_NAME.test(step)) return `[${JSON.stringify(step)}]`;
      return at === 0 ? step : `.${step}`;
    })
    .join('');
}
