import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** At least so many characters (ASVS 5.0 V6.2.9); no rule about which. */
export const PASSWORD_LEAST = 15
/** More is no safer, and only costs time to look at (ASVS 5.0 V6.2.9). */
export const PASSWORD_MOST = 256

let estimator: Promise<ZxcvbnFactory> | undefined

/** The word lists take a sixth of a second to unpack: only once somebody chooses a password. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory: Factory } = await import('@zxcvbn-ts/core')
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common')
  return new Factory({ graphs: adjacencyGraphs, dictionary })
}

/**
 * What is wrong with a new password, or undefined: too short, too long, or so like what attackers try
 * first (common passwords, the account's own words, repeats, rows of keys) that its length is no help.
 * @param own - the account's name and e-mail address
 * @see https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler (zxcvbn)
 */
export async function findPasswordFlaw(
  password: string,
  own: readonly string[],
): Promise<string | undefined> {
  const length = Array.from(password).length
  if (length < PASSWORD_LEAST)
    return `The password is ${length} characters; use at least ${PASSWORD_LEAST}. A few words in a row are fine.`
  if (password.length > PASSWORD_MOST)
    return `The password is ${password.length} characters; at most ${PASSWORD_MOST}.`
  const words = ['gainsay', ...own.flatMap((text) => text.toLowerCase().split(/[\s@.]+/))]
  const { score } = (await (estimator ??= loadEstimator())).check(password, words)
  return score < 3 || isMadeOf(password, words)
    ? 'This password would be among the first to be tried. Use words that do not belong together.'
    : undefined
}

/** Is there next to nothing left without these words? The estimator counts each as a word of its own. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const rest = words
    .filter((word) => word.length > 2)
    .reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase())
  return rest.replace(/\s/g, '').length < 8
}
