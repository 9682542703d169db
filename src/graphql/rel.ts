/** Keeps emitted decorator metadata from reading a class before its (circular) module has run. */
export type Rel<T> = T;
