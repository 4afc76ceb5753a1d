/**
 * Ids that are unique in a page: preact's own are so within one root only, and each scenario is a root.
 */
import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';

/** What the ids of a root begin with: the id of its scenario. */
export const IdPrefix = createContext('page');

export function useUniqueId(): string {
  return `${useContext(IdPrefix)}-${useId()}`;
}
