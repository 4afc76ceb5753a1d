/** The values of k8s.io/apimachinery's own tests (pkg/util/duration/duration_test.go), and the tutorial's. */
import { expect } from 'chai';
import { humanDuration } from './human-duration';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ages: readonly (readonly [seconds: number, shown: string])[] = [
  [0, '0s'],
  [33, '33s'],
  [70, '70s'],
  [2 * MINUTE, '2m'],
  [2 * MINUTE + 39, '2m39s'],
  [10 * MINUTE - 1, '9m59s'],
  [10 * MINUTE, '10m'],
  [10 * MINUTE + 59, '10m'],
  [3 * HOUR - 1, '179m'],
  [3 * HOUR, '3h'],
  [5 * HOUR + 3 * MINUTE, '5h3m'],
  [8 * HOUR - 1, '7h59m'],
  [8 * HOUR + 59 * MINUTE, '8h'],
  [2 * DAY - 1, '47h'],
  [2 * DAY, '2d'],
  [2 * DAY + HOUR, '2d1h'],
  [8 * DAY, '8d'],
  [8 * DAY + 23 * HOUR, '8d'],
  [2 * 365 * DAY - 1, '729d'],
  [2 * 365 * DAY, '2y'],
  [2 * 365 * DAY + DAY, '2y1d'],
  [8 * 365 * DAY + 300 * DAY, '8y'],
];

describe('how long something has been', () => {
  for (const [seconds, shown] of ages) {
    it(`is ${shown} after ${seconds} seconds`, () => {
      expect(humanDuration(seconds * 1_000_000 + 999_999)).to.equal(shown);
    });
  }
});
