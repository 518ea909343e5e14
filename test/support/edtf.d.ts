/** What our tests use of a package that brings no types: milliseconds, infinite where open. */
declare module 'edtf' {
  function edtf(text: string): { readonly min: number; readonly max: number }
  export { edtf as default }
}
