/** Events: the columns of `kubectl get events` (`printEvent`). */
import { textAt } from '../api-object';
import { podEvents } from '../objects/pod-events';
import { ageOf, type ResourceType } from '../resource-type';

export const eventType: ResourceType = {
  plural: 'events',
  singular: 'event',
  shortNames: ['ev'],
  group: '',
  version: 'v1',
  kind: 'Event',
  isNamespaced: true,
  stored: undefined,
  columns: [
    {
      heading: 'LAST SEEN',
      cell: (event, nowMs) => ageOf(textAt(event, 'lastTimestamp'), nowMs),
    },
    { heading: 'TYPE', cell: (event) => textAt(event, 'type') },
    { heading: 'REASON', cell: (event) => textAt(event, 'reason') },
    {
      heading: 'OBJECT',
      cell: (event) => {
        const kind = textAt(event, 'involvedObject', 'kind').toLowerCase();
        return `${kind}/${textAt(event, 'involvedObject', 'name')}`;
      },
    },
    { heading: 'MESSAGE', cell: (event) => textAt(event, 'message') },
  ],
  list: podEvents,
};
