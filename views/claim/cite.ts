import { leadCitation } from '#server/domain/lead-citation.ts'
import type { RecordedCitation, RecordedClaim } from '#server/domain/recorded-claim.ts'
import type { RecordedReply } from '#server/domain/recorded-reply.ts'
import { replyAnchor } from '#server/paths.ts'
import { describeDate } from '../words/speak.ts'
import { wording } from '../words/wording.ts'

/** How a claim is cited elsewhere: as text, as JSON-LD, and by an address that finds its words. */

const QUOTE_WORDS = 12
const END_WORDS = 5

/** encodeURIComponent leaves the hyphen, which has a meaning in text directives. */
const encode = (words: string): string => encodeURIComponent(words).replaceAll('-', '%2D')

/**
 * The source's own address, with a text fragment that marks the quotation there.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function addressOfWords({ source, quote }: RecordedCitation): string | undefined {
  if (source.url === undefined || quote === undefined) return source.url
  const words = quote.trim().split(/\s+/)
  const isShort = words.length <= QUOTE_WORDS
  const found = isShort
    ? encode(words.join(' '))
    : `${encode(words.slice(0, END_WORDS).join(' '))},${encode(words.slice(-END_WORDS).join(' '))}`
  const hash = source.url.includes('#') ? '' : '#'
  return `${source.url}${hash}:~:text=${found}`
}

const sentence = (text: string): string => (/[.!?…。؟]$/u.test(text) ? text : `${text}.`)

/** The claim as a reference: who, when, what, where found, where recorded, read when. */
export function describeReference(
  claim: RecordedClaim,
  { permalink, today }: { permalink: string; today: string },
): string {
  const { reference, comma } = words()
  const lead = leadCitation(claim)
  const who = [claim.party.name, claim.person?.name, claim.person?.role].filter(Boolean).join(comma)
  const said =
    lead?.quote === undefined ? sentence(claim.statement) : reference.quoted(lead.quote.trim())
  const withdrawn = claim.withdrawnReason === undefined ? [] : [reference.withdrawn]
  const read = reference.read(permalink, describeDate(today))
  return [
    reference.said(who, describeDate(claim.said)),
    said,
    ...(lead === undefined ? [] : foundIn(lead)),
    ...withdrawn,
    read,
  ].join(' ')
}

const words = () => ({ ...wording().claim, comma: wording().explanations.comma })

function foundIn({ source, locator }: RecordedCitation): string[] {
  const { reference, comma } = words()
  const { publisher, title, published, url } = source
  const where = [publisher, reference.quoted(title), describeDate(published), locator]
  const found = reference.foundIn(where.filter(Boolean).join(comma))
  return url === undefined ? [found] : [found, url]
}

/**
 * The claim in schema.org's words, with what parties answered as comments on it.
 * @param about - its address and, where it restates a claim, that one's
 */
export function toJsonLd(
  claim: RecordedClaim,
  about: {
    readonly permalink: string
    readonly restates: string | undefined
    readonly replies: readonly RecordedReply[]
  },
): unknown {
  const { permalink, restates, replies } = about
  return {
    '@context': 'https://schema.org',
    '@type': 'Claim',
    '@id': permalink,
    url: permalink,
    text: claim.statement,
    about: { '@type': 'Question', name: claim.issue.question },
    author: { '@type': 'Organization', name: claim.party.name },
    temporalCoverage: claim.said,
    isBasedOn: restates === undefined ? undefined : { '@type': 'Claim', '@id': restates },
    creativeWorkStatus: statusOf(claim),
    appearance: quotationsOf(claim),
    comment:
      replies.length === 0
        ? undefined
        : replies.map((reply) => ({
            '@type': 'Comment',
            '@id': `${permalink}#${replyAnchor(reply)}`,
            url: `${permalink}#${replyAnchor(reply)}`,
            parentItem: { '@id': permalink },
            text: reply.statement,
            author: { '@type': 'Organization', name: reply.party.name },
            temporalCoverage: reply.said,
            creativeWorkStatus: statusOf(reply),
            citation: quotationsOf(reply),
          })),
  }
}

const statusOf = ({ withdrawnReason }: { withdrawnReason?: string | undefined }) =>
  withdrawnReason === undefined ? undefined : 'Withdrawn'

/** The words that a claim or a reply rests on, each with the source that it stands in. */
function quotationsOf({ party, person, citations }: RecordedClaim | RecordedReply) {
  const speaker =
    person === undefined
      ? { '@type': 'Organization', name: party.name }
      : { '@type': 'Person', name: person.name, jobTitle: person.role }
  const quoted = citations.filter((c) => c.quote !== undefined)
  return quoted.map(({ quote, language, source }) => ({
    '@type': 'Quotation',
    text: quote,
    inLanguage: language,
    spokenByCharacter: speaker,
    isPartOf: {
      '@type': 'CreativeWork',
      name: source.title,
      url: source.url,
      archivedAt: source.archiveUrl,
      datePublished: source.published,
      publisher:
        source.publisher === undefined
          ? undefined
          : { '@type': 'Organization', name: source.publisher },
    },
  }))
}
