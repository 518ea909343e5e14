/** What passkeys.js says where a passkey did not work out. */
export const passkeys = {
  /** What a browser's own words, which differ and are for programmers, come to; by the error's name. */
  errors: {
    NotAllowedError:
      'Nothing was done: it was cancelled, took too long, or no passkey for this site was found.',
    AbortError: 'Nothing was done: it was cancelled.',
    InvalidStateError: 'Nothing was done: this device holds a passkey for your account already.',
    NotSupportedError:
      'Nothing was done: this device cannot make a passkey of the kind that is needed.',
    ConstraintError:
      'Nothing was done: this device cannot unlock a passkey. Set a screen lock or a PIN first.',
    SecurityError: 'Nothing was done: passkeys of this site cannot be used at this address.',
  },
  otherwise: 'Nothing was done: the passkey could not be used.',
  noAnswer: 'Nothing was done: the server did not answer. Try again.',
  /** By the code of the problem; the problem's own words, which are in English, where it is not here. */
  refusals: {} as Readonly<Record<string, string>>,
}
