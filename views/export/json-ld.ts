import type { Exported, Note } from './exported.ts'

/** A comparison in schema.org's words: the claims that it shows, each with its quotation and sources. */
export const toComparisonJsonLd = (exported: Exported): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'Report',
  '@id': exported.permalink,
  url: exported.permalink,
  name: exported.topic.title,
  abstract: exported.summary,
  temporalCoverage: `../${exported.asOf}`,
  dateModified: exported.recorded,
  about: exported.issues.map(({ question }) => ({ '@type': 'Question', name: question })),
  hasPart: exported.notes.map(claimOf),
})

const claimOf = (note: Note): unknown => ({
  '@type': 'Claim',
  '@id': note.permalink,
  url: note.permalink,
  text: note.statement,
  about: { '@type': 'Question', name: note.issue },
  author: { '@type': 'Organization', name: note.party },
  temporalCoverage: note.said,
  appearance: {
    '@type': 'Quotation',
    text: note.quote,
    inLanguage: note.quote === undefined ? undefined : note.language,
    spokenByCharacter:
      note.speaker === undefined
        ? { '@type': 'Organization', name: note.party }
        : { '@type': 'Person', name: note.speaker, jobTitle: note.role },
    isPartOf: note.sources.map(({ title, publisher, published, url, archiveUrl }) => ({
      '@type': 'CreativeWork',
      name: title,
      url,
      archivedAt: archiveUrl,
      datePublished: published,
      publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
    })),
  },
})
