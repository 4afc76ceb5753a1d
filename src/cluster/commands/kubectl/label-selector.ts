/**
 * Selectors of labels as `-l` takes them (k8s.io/apimachinery, pkg/labels): `app=web,tier!=db`,
 * `env in (a, b)`, `env notin (a)`, `app`, `!app`.
 */
import { ownError } from './complaint';

type Labels = Readonly<Record<string, unknown>>;
type LabelPredicate = (labels: Labels) => boolean;

/** A comma that is not inside of parentheses. */
const BETWEEN = /,(?![^(]*\))/;
const KEY = '([A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?)';
const EXISTS = new RegExp(`^(!?)\\s*${KEY}$`);
const EQUALS = new RegExp(`^${KEY}\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)$`);
const AMONG = new RegExp(`^${KEY}\\s+(in|notin)\\s*\\(([^()]*)\\)$`);

/** @throws KubectlError where it is no selector */
export function labelSelector(text: string): LabelPredicate {
  if (text.trim() === '') return () => true;
  const parts = text.split(BETWEEN).map((part) => requirement(part.trim(), text));
  return (labels) => parts.every((matches) => matches(labels));
}

function requirement(part: string, whole: string): LabelPredicate {
  const exists = EXISTS.exec(part);
  if (exists) {
    const [, not = '', key = ''] = exists;
    return (labels) => Object.hasOwn(labels, key) !== (not === '!');
  }
  const equals = EQUALS.exec(part);
  if (equals) {
    const [, key = '', operator = '', value = ''] = equals;
    return (labels) => (labels[key] === value) === (operator !== '!=');
  }
  const among = AMONG.exec(part);
  if (among) {
    const [, key = '', operator = '', list = ''] = among;
    const values = list.split(',').map((value) => value.trim());
    return (labels) => values.includes(String(labels[key] ?? ' ')) === (operator === 'in');
  }
  throw ownError(`unable to parse requirement: found '${part}' in "${whole}"`);
}
