/**
 * Whether silence on an interface says something: the host, or at least the interface, has to see a packet of
 * the scenario (see mustBeLive of steps/path.steps.ts).
 */
import type { WrittenArgument } from '../../../steps/support/read-step';
import type { Scope } from '../../spec/scope';
import { addressOfHost, type Sent, type Story, type ToldStep } from './story';
import { interfaceIn, plainName } from './written-names';

/** Why the silence that a step demands proves nothing; `undefined` where it may prove something. */
export function whySilenceIsEmpty(
  told: ToldStep,
  { steps }: Story,
  scope: Scope,
): string | undefined {
  const [device] = told.fit.written;
  if (told.fit.entry.id !== 'unseen' || device === undefined) return undefined;
  const host = hostOf(device, scope);
  const sent = steps.slice(0, steps.indexOf(told)).flatMap((before) => before.sent ?? []);
  if (host === undefined || sent.some((one) => mayPass(one, host, scope))) return undefined;
  return (
    `no packet of this scenario comes near ${device.text}, so its silence proves nothing; add a control ` +
    'that passes it: "Given the ping from … to … succeeds"'
  );
}

/** The pod or node that an interface belongs to; `undefined` where that is not known, or it is neither. */
function hostOf(argument: WrittenArgument, scope: Scope): string | undefined {
  const { device, owner } = interfaceIn(argument);
  if (owner === undefined) {
    return scope.names.find(({ kind, text }) => kind === 'interface' && text === device?.text)?.of;
  }
  const name = plainName(owner.text);
  const node = nodeOf(name, scope);
  // The cali interface of a pod is the node's end of its link.
  return device === undefined || node === undefined ? node : name;
}

/** The node that a pod is on, or that has an address; of a node itself. */
function nodeOf(end: string | undefined, { names }: Scope): string | undefined {
  const found = names.find(
    ({ kind, text, address }) =>
      (kind === 'pod' || kind === 'node') && (text === end || address === end),
  );
  return found?.kind === 'pod' ? found.of : found?.text;
}

function mayPass(sent: Sent, host: string, scope: Scope): boolean {
  if (sent.kind === 'many' || sent.kind === 'command') return true;
  if (sent.from === host || sent.to === addressOfHost(host, scope)) return true;
  const node = nodeOf(host, scope);
  // A pod sees only what is from it or for it.
  if (node !== host) return false;
  const [from, to] = [nodeOf(sent.from, scope), nodeOf(sent.to, scope)];
  // What leaves a node, or the question for its next hop, may come to any other.
  return from === undefined || from === node || to === node || from !== to;
}
