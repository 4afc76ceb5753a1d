/**
 * The name of an image in full, as the kubelet reports it (distribution/reference, normalize.go):
 * `nicolaka/netshoot` is `docker.io/nicolaka/netshoot:latest`.
 */
interface ImageReference {
  /** `docker.io/library/nginx` */
  readonly repository: string;
  readonly tag: string;
  /** `sha256:…`, where the image is named by one. */
  readonly digest: string | undefined;
}

export function imageReference(image: string): ImageReference {
  const [tagged = '', digest] = image.split('@');
  const colon = tagged.lastIndexOf(':');
  const hasTag = colon > tagged.lastIndexOf('/');
  const name = hasTag ? tagged.slice(0, colon) : tagged;
  return { repository: inFull(name), tag: hasTag ? tagged.slice(colon + 1) : 'latest', digest };
}

function inFull(name: string): string {
  const [first = '', ...rest] = name.split('/');
  if (rest.length === 0) return `docker.io/library/${name}`;
  const isRegistry = /[.:]/.test(first) || first === 'localhost';
  return isRegistry ? name : `docker.io/${name}`;
}

/** Whether the kubelet asks the registry each time, where the pod does not say (`imagePullPolicy`). */
export function isPulledAlways(image: string): boolean {
  const { tag, digest } = imageReference(image);
  return digest === undefined && tag === 'latest';
}
