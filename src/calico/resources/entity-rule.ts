/** One end of a policy rule: its source or its destination. */
import { z } from 'zod';
import { intOrText } from '../../k8s/resources/int-or-text';
import { withRules } from '../../manifest/rule';
import { netText, selectorText, shortText, textList } from './fields';

const nets = z.array(netText).max(256).optional();
const ports = z.array(intOrText).max(50).optional();

const fields = z.strictObject({
  namespaceSelector: selectorText,
  nets,
  notNets: nets,
  notPorts: ports,
  notSelector: selectorText,
  ports,
  selector: selectorText,
  serviceAccounts: z.strictObject({ names: textList, selector: z.string().optional() }).optional(),
  services: z.strictObject({ name: shortText(253), namespace: shortText(253) }).optional(),
});

export const isGlobal = (text: string | undefined) => text?.includes('global()') ?? false;

export const entityRule = withRules(fields, [
  {
    says: 'global() can only be used in an EntityRule namespaceSelector',
    at: ['selector'],
    broken: ({ selector, notSelector }) => isGlobal(selector) || isGlobal(notSelector),
  },
  {
    says: 'cannot specify NamespaceSelector and Services on the same rule',
    at: ['namespaceSelector'],
    broken: ({ services, namespaceSelector }) => Boolean(services && namespaceSelector),
  },
  {
    says: 'cannot specify ServiceAccounts and Services on the same rule',
    at: ['serviceAccounts'],
    broken: ({ services, serviceAccounts }) => Boolean(services && serviceAccounts),
  },
  {
    says: 'services must specify a service name',
    at: ['services'],
    broken: ({ services }) => services !== undefined && !services.name,
  },
  {
    says: 'cannot specify Selector/NotSelector and Services on the same rule',
    at: ['services'],
    broken: ({ services, selector, notSelector }) => Boolean(services && (selector || notSelector)),
  },
  {
    says: 'cannot specify Nets/NotNets and Services on the same rule',
    at: ['services'],
    broken: ({ services, nets = [], notNets = [] }) =>
      services !== undefined && nets.length + notNets.length > 0,
  },
]);
