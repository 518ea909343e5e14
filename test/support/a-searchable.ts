import type { Dossier } from '#server/domain/dossier.ts'
import { aClaim, aDossier } from './a-dossier.ts'
import { aCapture } from './a-record.ts'

/** Words that stand in the captured text of `whole`, and in that of `partly` of which readers see excerpts. */
export const IN_TEXT = 'scaffolding'

/** A dispute in several scripts: names with aliases, quotations with translations, captured texts. */
export function aSearchable(
  given: { slug?: string; visibility?: 'public' | 'private' } = {},
): Dossier {
  const { slug = 'bridge', visibility = 'public' } = given
  const dossier = aDossier()
  const text = `The clerk noted. The ${IN_TEXT} stood for years. «Мы построим мост», сказал мэр.`
  const article = { kind: 'article', published: '2020-02-01', language: 'ru' }
  return {
    ...dossier,
    topic: { ...dossier.topic, slug, title: `The bridge at ${slug}`, visibility },
    parties: [
      { slug: 'north', name: 'North', kind: 'town', aliases: ['Север', 'الشمال'], iso3166: 'NO' },
      { slug: 'south', name: 'South', kind: 'town', aliases: [] },
    ],
    people: [
      {
        slug: 'mayor',
        name: 'Ada al-Petrov',
        aliases: ['Ада Петров', 'آدا بتروف'],
        roles: [{ party: 'north', title: 'Mayor' }],
      },
    ],
    sources: [
      ...dossier.sources,
      { slug: 'whole', title: 'Протокол', ...article, capture: aCapture(text) },
      {
        slug: 'partly',
        title: 'Letter',
        ...article,
        excerptsOnly: true,
        capture: aCapture(`${text} ${IN_TEXT}`),
      },
    ],
    claims: [
      aClaim({ slug: 'c1', statement: 'Petrov wants the bridge built.', person: 'mayor' }),
      aClaim({
        slug: 'c2',
        party: 'south',
        stance: 'denies',
        said: '2020-01-02',
        statement: 'No crossing is needed.',
        condition: 'If the ferry runs.',
      }),
      aClaim({
        slug: 'c3',
        form: 'direct quotation',
        said: '2020-01-20',
        statement: 'The town will build it.',
        citations: [
          {
            source: 'whole',
            quote: 'Мы построим мост',
            translation: 'We shall build the bridge',
            translator: 'Tom',
          },
        ],
      }),
      aClaim({
        slug: 'c4',
        said: '2020-01-05',
        statement: 'Taken back: a tunnel.',
        withdrawn: { reason: 'Wrong.' },
      }),
    ],
  }
}
