import type { Dossier, DossierClaim } from '#server/domain/dossier.ts'

/** A claim on the only issue of {@link aDossier}; name only what matters. */
export const aClaim = (given: Partial<DossierClaim> & { slug: string }): DossierClaim => ({
  issue: 'bridge',
  party: 'north',
  position: 'yes',
  stance: 'affirms',
  form: 'paraphrase',
  said: '2020-01-01',
  statement: 'The bridge should be built.',
  citations: [{ source: 'gazette' }],
  ...given,
})

/** A small topic: two parties that conflict on whether to build a bridge. */
export const aDossier = (): Dossier => ({
  format: 'gainsay-dossier/1',
  topic: {
    slug: 'bridge',
    title: 'The bridge',
    visibility: 'public',
    parties: ['north', 'south'],
    observers: [],
  },
  parties: [
    { slug: 'north', name: 'North', kind: 'town', aliases: [] },
    { slug: 'south', name: 'South', kind: 'town', aliases: [] },
  ],
  people: [{ slug: 'mayor', name: 'Ada Mayor', roles: [{ party: 'north', title: 'Mayor' }] }],
  sources: [
    {
      slug: 'gazette',
      kind: 'article',
      title: 'Town gazette',
      publisher: 'The Gazette',
      published: '2020-02-01',
      language: 'en',
    },
  ],
  issues: [
    {
      slug: 'bridge',
      question: 'Should the bridge be built?',
      nature: 'normative',
      kind: 'yes-no',
      positions: [{ slug: 'yes', label: 'Build the bridge' }],
    },
  ],
  claims: [
    aClaim({ slug: 'c1', person: 'mayor' }),
    aClaim({
      slug: 'c2',
      party: 'south',
      stance: 'denies',
      said: '2020-01-02',
      statement: 'No bridge.',
    }),
  ],
})
