/** Which kernel the nodes run, as `uname` and the API server say it: Ubuntu 22.04 in the tutorial's year. */

export const KERNEL_RELEASE = '5.15.0-119-generic';
export const KERNEL_VERSION = '#129-Ubuntu SMP Fri Aug 2 19:25:20 UTC 2024';
