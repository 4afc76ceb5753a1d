/**
 * The picture of a lab as SVG 1.1: its hosts, and the way of a request and of its reply painted over
 * them, with a cross where one was lost. Colours follow the reader's light or dark theme.
 */
import { formatIpv4, type Ipv4 } from '../addr/ipv4';
import { escapeText } from './escape';
import type { Leg, Topology } from './topology';
import {
  type Bar,
  type Box,
  GUTTER,
  type Layout,
  layoutOf,
  MARGIN,
  type NodeBox,
  type Point,
} from './topology-layout';

/** A whole document, ready to stand in a file. */
export function topologySvg(topology: Topology, legs: readonly Leg[]): string {
  const layout = layoutOf(topology, legs);
  const { width, height } = layout;
  const drawing = [
    ...layout.bars.map((bar) => drawBar(bar, width)),
    ...layout.nodes.map(drawNode),
    ...layout.others.map((box) => drawBox(box, 'o')),
    hiddenNodes(layout),
    ...legs.map((leg) => drawLeg(leg, layout)),
    ...legs.map((leg) => drawLoss(leg, layout)),
    legend(legs, width, height),
  ].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>${escapeText(titleOf(legs))}</title><style>${STYLE}</style>${HEADS}${drawing}</svg>`;
}

const STYLE =
  'text{font:12px system-ui,sans-serif;fill:#1b2430}.s{font-size:10px;fill:#5b6673}' +
  '.n{fill:#f3f6fa;stroke:#8a97a6}.p{fill:#fff;stroke:#4a6fa5}.o{fill:#f7f2e8;stroke:#a08a5b}' +
  '.b{stroke:#8a97a6;stroke-width:3}.w{stroke:#8a97a6}' +
  '.request,.reply{fill:none;stroke-width:2.5;stroke-linejoin:round}' +
  '.request{stroke:#0b6bcb}.reply{stroke:#16803c;stroke-dasharray:6 4}' +
  '.request-head{fill:#0b6bcb}.reply-head{fill:#16803c}' +
  '.x{stroke:#c5221f;stroke-width:4}' +
  '.l{fill:#c5221f;font-weight:bold;text-anchor:middle}' +
  '@media(prefers-color-scheme:dark){text{fill:#e4e9f0}.s{fill:#9aa7b5}.n{fill:#1d2530}.p{fill:#10161e}' +
  '.o{fill:#2b2618}.request{stroke:#5aa9ff}.reply{stroke:#4cc38a}.x{stroke:#ff6b66}.l{fill:#ff6b66}' +
  '.request-head{fill:#5aa9ff}.reply-head{fill:#4cc38a}}';

/** The heads of the arrows, four times as large as their lines are wide. */
const HEADS = `<defs>${['request', 'reply']
  .map(
    (kind) =>
      `<marker id="${kind}-end" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="4" markerHeight="4" orient="auto"><path class="${kind}-head" d="M0 0l8 4l-8 4z"/></marker>`,
  )
  .join('')}</defs>`;

/** Apart by so much that request and reply can be told from each other on the same way. */
const SHIFT = { request: -4, reply: 4 } as const;

function titleOf(legs: readonly Leg[]): string {
  const [leg] = legs;
  if (leg === undefined) return 'the lab';
  const lost = legs.find((candidate) => candidate.lost !== undefined);
  const way = leg.hosts.join(' → ');
  return lost?.lost === undefined
    ? way
    : `${way}; the ${lost.kind} is lost on ${lost.lost.host}: ${lost.lost.reason}`;
}

function drawBar(bar: Bar, width: number): string {
  const wires = bar.taps.map(({ x, y }) => `<path class="w" d="M${x} ${bar.y}V${y}"/>`).join('');
  return `${wires}<path class="b" d="M${GUTTER} ${bar.y}H${width - MARGIN}"/>${label(MARGIN, bar.y + 4, `${bar.name} ${bar.cidr}`, 's')}`;
}

function drawNode(node: NodeBox): string {
  const pods = node.pods
    .map(
      (pod) =>
        drawBox({ ...pod, name: spoken(pod.name) }, 'p') +
        label(pod.x + 8, pod.y + 47, pod.interface, 's'),
    )
    .join('');
  const more =
    node.hiddenPods > 0
      ? label(node.x + 8, node.y + node.height - 8, `and ${node.hiddenPods} more pods`, 's')
      : '';
  return `${rectangle(node, 'n', 8)}${label(node.x + 8, node.y + 18, node.name)}${addressLabel(node.x + node.width - 96, node.y + 18, node.address)}${pods}${more}`;
}

function drawBox(box: Box, look: string): string {
  return `${rectangle(box, look, 5)}${label(box.x + 8, box.y + 17, box.name)}${addressLabel(box.x + 8, box.y + 32, box.address)}`;
}

function hiddenNodes({ hiddenNodes: count }: Layout): string {
  return count > 0 ? label(GUTTER, 11, `${count} more nodes are not drawn`, 's') : '';
}

function drawLeg(leg: Leg, layout: Layout): string {
  const points = wayOf(leg, layout);
  if (points.length < 2) return '';
  const shift = SHIFT[leg.kind];
  const way = points.map(({ x, y }) => `${x + shift} ${y + shift}`).join('L');
  const numbers = leg.hosts.map((host, at) => {
    const anchor = layout.anchors.get(host);
    if (anchor === undefined) return '';
    return label(anchor.number.x + shift * 4 - 5, anchor.number.y, `${at + 1}`, 's');
  });
  // Where the packet was lost there is a cross instead.
  const head = leg.lost === undefined ? ` marker-end="url(#${leg.kind}-end)"` : '';
  return `<path class="${leg.kind}" d="M${way}"${head}/>${numbers.join('')}`;
}

/** From host to host; over the bar of the segment where two share one. */
function wayOf(leg: Leg, layout: Layout): readonly Point[] {
  const points: Point[] = [];
  let last: { readonly host: string; readonly at: Point } | undefined;
  for (const host of leg.hosts) {
    const at = layout.anchors.get(host);
    if (at === undefined) continue;
    const bar = last === undefined ? undefined : layout.barBetween(last.host, host);
    if (last !== undefined && bar !== undefined) {
      points.push({ x: last.at.x, y: bar.y }, { x: at.x, y: bar.y });
    }
    points.push(at);
    last = { host, at };
  }
  return points;
}

function drawLoss({ kind, lost }: Leg, layout: Layout): string {
  const anchor = lost && layout.anchors.get(lost.host);
  if (lost === undefined || anchor === undefined) return '';
  const [x, y] = [anchor.x + SHIFT[kind], anchor.y + SHIFT[kind]];
  return `<path class="x" d="M${x - 7} ${y - 7}l14 14m0 -14l-14 14"/>${label(anchor.loss.x, anchor.loss.y, lost.reason, 'l')}`;
}

function legend(legs: readonly Leg[], width: number, height: number): string {
  return legs
    .map(({ kind }, at) => {
      const y = height - 12 - 16 * (legs.length - 1 - at);
      return `<path class="${kind}" d="M${width - 96} ${y - 4}h28"/>${label(width - 62, y, kind, 's')}`;
    })
    .join('');
}

function rectangle(box: Box, look: string, radius: number): string {
  return `<rect class="${look}" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="${radius}"/>`;
}

function addressLabel(x: number, y: number, address: Ipv4 | undefined): string {
  return address === undefined ? '' : label(x, y, formatIpv4(address), 's');
}

function label(x: number, y: number, text: string, look?: string): string {
  const attributes = look === undefined ? '' : `class="${look}" `;
  return `<text ${attributes}x="${x}" y="${y}">${escapeText(text)}</text>`;
}

/** `pod1` for `default/pod1`: as people say it. */
function spoken(pod: string): string {
  return pod.startsWith('default/') ? pod.slice('default/'.length) : pod;
}
