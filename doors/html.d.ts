/** A formatter of cucumber-js (its plugin API), which loads it by its name. */
declare const formatter: object;
export = formatter;
