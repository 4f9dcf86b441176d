/** What a string resolves to, or in plain words why to nothing. */
export type Resolution<T> = { readonly value: T } | { readonly reason: string };
