/**
 * A driver of which some questions are answered by somebody else.
 */
import type { Driver } from '../../../src/driver/driver';

export function overridden(driver: Driver, answers: Partial<Driver>): Driver {
  return new Proxy(driver, {
    get: (target, name) => {
      if (Object.hasOwn(answers, name)) return Reflect.get(answers, name);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
