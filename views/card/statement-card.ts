import { type Form, isInOwnWords } from '#server/domain/claims.ts'
import { describeDate } from '#server/domain/date-words.ts'
import { leadCitation } from '#server/domain/lead-citation.ts'
import { directionOf } from '../shared/direction.ts'
import type { CardStatement, CardWords } from './card.ts'
import { isolate } from './isolate.ts'

/** What somebody said, as a card shows it: a claim, or the claim that speaks for a side. */

interface Said {
  readonly statement: string
  readonly form: Form
  readonly said: string
  readonly speaker?: { readonly name: string; readonly role?: string | undefined } | undefined
  readonly citations: readonly Cited[]
}

interface Cited {
  readonly quote?: string | undefined
  readonly language: string
  readonly translation?: string | undefined
  readonly translator?: string | undefined
  readonly isPlaced: boolean
}

const GUILLEMETS = new Set(['ar', 'be', 'el', 'fa', 'fr', 'hy', 'ru', 'uk'])

/** As pages have them: quotation marks of the language around a party's own words, none around others'. */
const marksOf = (language: string): readonly [string, string] =>
  GUILLEMETS.has(language.toLowerCase().split('-')[0] ?? '') ? ['«', '»'] : ['“', '”']

/** @returns undefined where no words are on record */
function quoteOf({ form }: Said, { quote, language }: Cited): CardWords | undefined {
  if (quote === undefined) return undefined
  const marks = isInOwnWords(form, quote) ? marksOf(language) : undefined
  return { text: quote, language, direction: directionOf(language), marks }
}

function translationOf({ translation, translator }: Cited): CardWords | undefined {
  if (translation === undefined) return undefined
  const by = translator === undefined || translator === '' ? '' : ` by ${isolate(translator)}`
  return { text: `Translation${by}: ${isolate(translation)}`, direction: 'ltr' }
}

/** The words, who said them and when; whose words they are, where they are not the party's own. */
export function statementOf(said: Said): CardStatement {
  const citation = leadCitation(said)
  const quote = citation && quoteOf(said, citation)
  const who = said.speaker && [said.speaker.name, said.speaker.role]
  const parts = [
    ...(who === undefined ? [] : [who.flatMap((part) => (part ? [isolate(part)] : [])).join(', ')]),
    describeDate(said.said),
    ...(quote !== undefined && quote.marks === undefined ? ['in the source’s words'] : []),
  ]
  return {
    quote,
    statement: { text: said.statement },
    translation: citation && translationOf(citation),
    by: { text: parts.join(' · '), direction: 'ltr' },
  }
}
