/**
 * One connection between two real sockets. The server listens on the host that has the address; where
 * nobody has it, nobody listens.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { formatIpv4, ipv4 } from '../../../addr/ipv4';
import type { ConnectOutcome, ConnectStimulus } from '../../stimulus';
import { inside, mortal, TOOL_ENVIRONMENT } from '../lab/run-tool';
import type { BareOutcome, Site } from './program';

/** In the words of strerror(3). */
const STRERROR: Readonly<Record<string, string>> = {
  EACCES: 'Permission denied',
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset by peer',
  EHOSTUNREACH: 'No route to host',
  EINVAL: 'Invalid argument',
  EMSGSIZE: 'Message too long',
  ENETUNREACH: 'Network is unreachable',
  EPERM: 'Operation not permitted',
  ETIMEDOUT: 'Connection timed out',
};

const PROGRAM = ['python3', '-S', '-E', join(__dirname, 'exchange.py')];

/** What an end says of the exchange; see exchange.py. */
interface Said {
  readonly saw?: readonly [string, number];
  readonly echoed?: number;
  readonly error?: string;
}

export async function connect(
  { lab, ownerOf }: Site,
  stimulus: ConnectStimulus,
): Promise<BareOutcome<ConnectOutcome>> {
  const { protocol, from, to, port, sourcePort = 0, timeoutMs } = stimulus;
  const owner = ownerOf(to);
  const server =
    owner === undefined ? undefined : await Server.start(lab.namespaceOf(owner), protocol, port);
  const { stdout } = await lab.run(from, [
    ...PROGRAM,
    'connect',
    ...[protocol, formatIpv4(to), String(port), String(sourcePort), String(timeoutMs / 1000)],
  ]);
  const client = said(stdout);
  server?.stop();
  const connected = client.echoed !== undefined;
  const error = connected ? undefined : (STRERROR[client.error ?? ''] ?? client.error);
  const [address, clientPort] = server?.said.saw ?? [];
  return {
    kind: 'connect',
    stimulus,
    output: `${error ?? 'connected'}\n`,
    exit: connected ? 0 : 1,
    connected,
    serverSaw:
      address === undefined || clientPort === undefined
        ? undefined
        : { address: ipv4(address), port: clientPort },
    error,
  };
}

function said(lines: string): Said {
  return Object.assign(
    {},
    ...lines
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
}

class Server {
  said: Said = {};
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** @returns when it listens */
  static start(namespace: string, protocol: string, port: number): Promise<Server> {
    const words = mortal(inside(namespace, [...PROGRAM, 'serve', protocol, String(port)]));
    const [program = '', ...rest] = words;
    const child = spawn(program, rest, {
      env: TOOL_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const server = new Server(child);
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', () => reject(new Error('the server ended before it listened')));
      createInterface({ input: child.stdout }).on('line', (line) => {
        server.said = { ...server.said, ...said(line) };
        resolve(server);
      });
    });
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
