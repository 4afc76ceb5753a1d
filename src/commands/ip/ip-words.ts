/**
 * The words of an `ip` command, taken one after the other, and what ip says of those it does not
 * understand (iproute2 6.1, lib/utils.c).
 */

import type { InterfaceAddress } from '../../addr/cidr';
import { type Ipv4, ipv4FromBits, parseIpv4 } from '../../addr/ipv4';
import type { Device } from '../../kernel/devices/device';
import type { Netns } from '../../kernel/netns';
import { OpError } from '../../kernel/ops/op-error';
import { CommandError } from '../../netfilter/command-error';

export const EXIT_USAGE = 255;
const EXIT_ARGUMENT = 1;
const EXIT_KERNEL = 2;

export class IpWords {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#words.length;
  }

  /** The next word, or `undefined` at the end. */
  next(): string | undefined {
    this.#at += 1;
    return this.#words[this.#at - 1];
  }

  /** `NEXT_ARG`: a word must follow. */
  need(): string {
    const word = this.next();
    if (word === undefined) {
      throw new CommandError('Command line is not complete. Try option "help"', EXIT_USAGE);
    }
    return word;
  }

  rest(): readonly string[] {
    return this.#words.slice(this.#at);
  }
}

/** `matches`: every beginning of a word stands for it. */
export function isShortFor(given: string, word: string): boolean {
  return given !== '' && word.startsWith(given);
}

/** `invarg`. */
export function wrongArgument(word: string, why: string): CommandError {
  return new CommandError(`Error: argument "${word}" is wrong: ${why}\n`, EXIT_USAGE);
}

/** `duparg2`. */
export function garbage(option: string, word: string): CommandError {
  const what = `either "${option}" is duplicate, or "${word}" is a garbage.`;
  return new CommandError(`Error: ${what}`, EXIT_USAGE);
}

export function unknownCommand(word: string, object: string): CommandError {
  return new CommandError(`Command "${word}" is unknown, try "ip ${object} help".`, EXIT_USAGE);
}

export function deviceNamed(netns: Netns, name: string): Device {
  const device = netns.devices.get(name);
  if (device === undefined) throw new CommandError(`Cannot find device "${name}"`, EXIT_ARGUMENT);
  return device;
}

const PARTIAL = /^\d{1,3}(\.\d{1,3}){0,3}$/;

/** `get_prefix`: `default`, an address, or a prefix, whose last octets may be left out. */
export function prefixOf(text: string): InterfaceAddress {
  if (text === 'default' || text === 'any' || text === 'all') {
    return { address: ipv4FromBits(0), length: 0 };
  }
  const [octets = '', lengthText] = text.split('/');
  const count = octets.split('.').length;
  const address = PARTIAL.test(octets) ? parseIpv4(octets + '.0'.repeat(4 - count)) : undefined;
  const length = lengthText === undefined ? count * 8 : Number(lengthText);
  if (address === undefined || !Number.isInteger(length) || length > 32 || lengthText === '') {
    const what = `any valid prefix is expected rather than "${text}".`;
    throw new CommandError(`Error: ${what}`, EXIT_ARGUMENT);
  }
  return { address, length };
}

/** `get_addr`. @param family as ip names what it wanted: `any valid`, `inet` */
export function addressOf(text: string, family: 'any valid' | 'inet'): Ipv4 {
  const address = parseIpv4(text);
  if (address !== undefined) return address;
  const what = `${family} address is expected rather than "${text}".`;
  throw new CommandError(`Error: ${what}`, EXIT_ARGUMENT);
}

/** Runs a change; what the kernel refuses is printed as ip prints a netlink answer. */
export function askKernel(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!(error instanceof OpError)) throw error;
    throw kernelRefusal(error.message, error.detail);
  }
}

/** @param detail what the kernel says besides the error number (`extack`) */
export function kernelRefusal(message: string, detail?: string): CommandError {
  const text = detail === undefined ? `RTNETLINK answers: ${message}` : `Error: ${detail}.`;
  return new CommandError(text, EXIT_KERNEL);
}
