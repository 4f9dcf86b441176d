/** What the tests use of the `edtf` package, which brings no types. */
declare module 'edtf' {
  /** Parses an EDTF string; throws where it is not of the level. */
  function edtf(
    text: string,
    constraints: { readonly level: number },
  ): { readonly min: number; readonly max: number };

  // biome-ignore lint/style/noDefaultExport: it is how the package is
  export { edtf as default };
}
