/**
 * What tracepath prints about a run, also about one that has not ended (iputils 20221126,
 * tracepath.c: `recverr`).
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { RunningTracepath, TracepathEvent } from '../../kernel/programs/tracepath';
import { linesOf } from '../command';

type Answer = Extract<TracepathEvent, { kind: 'answer' }>;

export function renderTracepath(
  { events, mtu, isOver }: RunningTracepath,
  addressText: (address: Ipv4) => string,
): string {
  const lines = events.map((event) => eventLine(event, mtu, addressText));
  return linesOf(isOver ? [...lines, resumeLine(events, mtu)] : lines);
}

function eventLine(
  event: TracepathEvent,
  mtu: number,
  addressText: (address: Ipv4) => string,
): string {
  switch (event.kind) {
    case 'local-mtu':
      return `${number(event.ttl)}?: ${'[LOCALHOST]'.padEnd(32)} pmtu ${event.mtu}`;
    case 'no-reply':
      return `${number(event.ttl)}:  no reply`;
    case 'send-failed':
      return `${number(event.ttl)}:  send failed`;
    case 'too-many-hops':
      return `     Too many hops: pmtu ${mtu}`;
    case 'answer': {
      const us = Math.round(event.roundTripUs);
      const time = `${String(Math.floor(us / 1000)).padStart(3)}.${String(us % 1000).padStart(3, '0')}ms`;
      const who = addressText(event.from).padEnd(51);
      return `${number(event.ttl)}:  ${who} ${time} ${meaningText(event)}`;
    }
  }
}

function number(ttl: number): string {
  return String(ttl).padStart(2);
}

function meaningText({ meaning, hopsBack, ttl, mtu }: Answer): string {
  if (meaning === 'pmtu') return `pmtu ${mtu}`;
  if (meaning !== 'hop') return meaning;
  return hopsBack === ttl ? '' : `asymm ${number(hopsBack)} `;
}

function resumeLine(events: readonly TracepathEvent[], mtu: number): string {
  const last = events.at(-1);
  const isThere = last?.kind === 'answer' && last.meaning === 'reached';
  const hops = isThere ? `hops ${last.ttl} back ${last.hopsBack} ` : '';
  return `     Resume: pmtu ${mtu} ${hops}`;
}
