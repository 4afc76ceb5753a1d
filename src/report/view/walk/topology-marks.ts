/**
 * Where marks stand in the picture of a lab: beside the names, and off the lines.
 */
import { kernelX, type Layout, NODE, type Point } from './topology-layout';

/** Where the number of a host on a packet's way is written; that of the reply stands beside. */
export function badgePoint(
  host: string,
  role: 'request' | 'reply',
  layout: Layout,
): Point | undefined {
  const isReply = role === 'reply';
  for (const node of layout.nodes) {
    const pod = node.pods.find(({ name }) => name === host);
    if (pod !== undefined) return { x: pod.x + pod.width - (isReply ? 14 : 33), y: pod.y + 14 };
    if (node.name !== host) continue;
    return { x: node.x + node.width - 13, y: node.y + NODE.kernel + (isReply ? 11 : -9) };
  }
  const box = layout.others.find(({ name }) => name === host);
  if (box === undefined) return undefined;
  return { x: box.x + box.width - (isReply ? 14 : 33), y: box.y + 34 };
}

/** Where the middle of the reason of a loss is written. */
export function reasonPoint(host: string, layout: Layout): Point | undefined {
  for (const node of layout.nodes) {
    const pod = node.pods.find(({ name }) => name === host);
    if (pod !== undefined) return { x: pod.x + pod.width / 2, y: pod.y + pod.height + 30 };
    if (node.name === host) return { x: kernelX(node) - 40, y: node.y + NODE.kernel + 24 };
  }
  const box = layout.others.find(({ name }) => name === host);
  return box === undefined ? undefined : { x: box.x + box.width / 2, y: box.y + box.height + 15 };
}
