/** The variables that a shell on a host begins with, as root's on Ubuntu. */

export function loginEnvironment(hostname: string) {
  return {
    HOME: '/root',
    HOSTNAME: hostname,
    IFS: ' \t\n',
    LANG: 'C.UTF-8',
    LOGNAME: 'root',
    OPTIND: '1',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    PWD: '/root',
    SHELL: '/bin/bash',
    TERM: 'xterm-256color',
    USER: 'root',
  };
}
