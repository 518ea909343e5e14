import { paths } from '#server/paths.ts'

/**
 * What browsers need to know to search here from their address bar. Suggestions are left out: they
 * would be asked for whatever somebody types there.
 * @param origin - of the site; a URL's, so that it holds nothing to be escaped
 * @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
 */
export const describeToBrowsers = (
  origin: string,
): string => `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Gainsay</ShortName>
  <Description>Who said what in a dispute, where and when</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" method="get" template="${origin}${paths.search()}?q={searchTerms}"/>
  <Url type="application/json" method="get" template="${origin}${paths.searchJson()}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${origin}${paths.openSearch}"/>
</OpenSearchDescription>
`
