/**
 * `ping ADDRESS`: echo requests and what became of them (ping(8), iputils).
 *
 * `-I DEVICE` takes the address that the host would choose on that device; the packets themselves go
 * where the routing table says.
 */
import { formatIpv4 } from '../../addr/ipv4';
import { ping as runPing } from '../../kernel/programs/ping';
import { selectSourceAddress } from '../../kernel/source-address';
import { commandOf, failed } from '../command';
import { parsePing } from './parse-ping';
import { renderPing } from './render-ping';

export const ping = commandOf((words, netns) => {
  const { options, isQuiet, device: name } = parsePing(words);
  if (name === undefined) {
    return renderPing(runPing(netns, options), {
      isQuiet,
      device: undefined,
      announced: undefined,
    });
  }
  const device = netns.devices.get(name);
  if (device === undefined) return failed(`ping: SO_BINDTODEVICE ${name}: No such device`, 2);
  const source = selectSourceAddress(device, options.to, 'global');
  const announced = source === undefined ? undefined : formatIpv4(source);
  const run = runPing(netns, { ...options, source });
  return renderPing(run, { isQuiet, device: name, announced });
});
