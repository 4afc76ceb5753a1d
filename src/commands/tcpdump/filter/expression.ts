/**
 * What a filter says, before anybody knows on which link it is asked (pcap-filter(7)).
 */

export type Direction = 'src' | 'dst' | 'src or dst' | 'src and dst';

/** What the word behind a qualifier is. */
export type AddressKind =
  | 'host'
  | 'net'
  | 'port'
  | 'portrange'
  | 'proto'
  | 'protochain'
  | 'gateway';

/** What stands before a word: `tcp dst port`. Words without qualifiers have those of the word before. */
export interface Qualifiers {
  /** `link` for `ether` and its like; `undefined` where none was given. */
  readonly protocol: string | undefined;
  readonly direction: Direction | undefined;
  readonly address: AddressKind | undefined;
}

export type Word =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'network'; readonly text: string; readonly bits: number }
  | { readonly kind: 'masked'; readonly text: string; readonly mask: string }
  | { readonly kind: 'mac'; readonly text: string };

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<<' | '>>';

export type Arithmetic =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'length' }
  /** `tcp[13:2]`: so many bytes of a header, from an offset on. */
  | {
      readonly kind: 'load';
      readonly protocol: string;
      readonly offset: Arithmetic;
      readonly size: number;
    }
  | { readonly kind: 'negative'; readonly of: Arithmetic }
  | {
      readonly kind: 'binary';
      readonly operator: ArithmeticOperator;
      readonly left: Arithmetic;
      readonly right: Arithmetic;
    };

export type Relation = '=' | '!=' | '>' | '>=' | '<' | '<=';

export type Primitive =
  /** `qualifiers` are `undefined` where nobody said what the word is. */
  | { readonly kind: 'word'; readonly word: Word; readonly qualifiers: Qualifiers | undefined }
  /** `tcp` alone. */
  | { readonly kind: 'protocol'; readonly protocol: string }
  | { readonly kind: 'broadcast' | 'multicast'; readonly protocol: string | undefined }
  | { readonly kind: 'less' | 'greater' | 'ifindex'; readonly value: number }
  | { readonly kind: 'inbound' | 'outbound' }
  | {
      readonly kind: 'relation';
      readonly relation: Relation;
      readonly left: Arithmetic;
      readonly right: Arithmetic;
    };

export type Expression =
  | Primitive
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression };
