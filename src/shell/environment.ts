/** The variables that a shell on a host begins with, as root's on Ubuntu. */

/** Those that it hands to its commands. */
export function exportedAtLogin(hostname: string) {
  return {
    HOME: '/root',
    HOSTNAME: hostname,
    LANG: 'C.UTF-8',
    LOGNAME: 'root',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    PWD: '/root',
    SHELL: '/bin/bash',
    TERM: 'xterm-256color',
    USER: 'root',
  };
}

export function loginEnvironment(hostname: string) {
  return { ...exportedAtLogin(hostname), IFS: ' \t\n', OPTIND: '1' };
}
