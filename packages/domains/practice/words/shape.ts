/** The same tree of keys with any text at its leaves: what a translation has to fill, no more and no less. */
export type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> };
