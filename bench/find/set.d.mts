/** For the tests, which ask some of the same questions. */
export const claims: readonly { readonly key: string; readonly texts: readonly { readonly language: string; readonly text: string }[] }[];
export const questions: readonly { readonly kind: string; readonly text: string; readonly wanted: readonly string[] }[];
