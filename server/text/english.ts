import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import type { ChainWeights } from './chain-model.ts'
import { readModel } from './model-file.ts'

/** What it takes to find attributions in one language. */
export interface LanguageModel {
  /** Gives parts of speech. */
  readonly tagger: ChainWeights
  /** Gives each token its place in a cue: outside, first, further. */
  readonly cues: ChainWeights
  /** Gives each token its part in the attribution of one cue: none, source, content. */
  readonly roles: ChainWeights
}

let model: LanguageModel | undefined

/**
 * The model of English, read once from `english.model.br`: weights alone, no text. `npm run
 * train:attribution` trains such a model anew, from the training split of PolNeAR (US political news, 2015
 * and 2016; Newell, Margolin, Ruths, LREC 2018); parts of speech are learned from what wink-nlp gives
 * the same articles.
 */
export function readEnglish(): LanguageModel {
  if (model !== undefined) return model
  const file = readFileSync(new URL('./english.model.br', import.meta.url))
  const [tagger, cues, roles] = readModel(brotliDecompressSync(file))
  if (tagger === undefined || cues === undefined || roles === undefined)
    throw new Error('english.model.br does not hold three chain models.')
  model = { tagger, cues, roles }
  return model
}
