/** The options that every verb has (`kubectl options`). */
import type { Flag } from './flags';

/** They say how to reach the API server; there is one, and everybody reaches it. */
const ABOUT_CONNECTIONS = [
  'as',
  'as-group',
  'as-uid',
  'cache-dir',
  'certificate-authority',
  'client-certificate',
  'client-key',
  'cluster',
  'kubeconfig',
  'log-flush-frequency',
  'password',
  'profile',
  'profile-output',
  'request-timeout',
  'tls-server-name',
  'token',
  'user',
  'username',
  'vmodule',
];

export const GLOBAL_FLAGS: readonly Flag[] = [
  { name: 'namespace', letter: 'n', takes: 'text' },
  { name: 'help', letter: 'h', takes: 'switch' },
  { name: 'context', takes: 'text' },
  { name: 'server', letter: 's', takes: 'text' },
  { name: 'v', letter: 'v', takes: 'number' },
  { name: 'warnings-as-errors', takes: 'switch' },
  { name: 'insecure-skip-tls-verify', takes: 'switch' },
  { name: 'disable-compression', takes: 'switch' },
  { name: 'match-server-version', takes: 'switch' },
  ...ABOUT_CONNECTIONS.map((name): Flag => ({ name, takes: 'text' })),
];
