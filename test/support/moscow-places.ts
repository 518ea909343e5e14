/** Where the article says what was coded as a paraphrase: a few words of the sentence. */
export const PLACES: Readonly<Record<string, string>> = {
  c02: 'though the United States says',
  c03: 'Russia insists that its bombs',
  c04: 'would be included on a list',
  c05: 'would be included on a list',
  c06: 'would be included on a list',
  c07: 'would be included on a list',
  c08: 'neither gave any hint',
  c09: 'neither gave any hint',
  c10: 'also wants Assad to step down',
  c11: 'demanded that Assad step down',
  c12: 'Assad is the legitimate leader',
  c13: 'no indication that he is willing',
  c14: 'The ultimate aim of Washington',
  c16: 'will resume Friday in New York',
  c17: 'will resume Friday in New York',
  c18: 'demanded that Assad step down',
  c19: 'he will not meet with',
  c20: 'persuading him to send a representative',
  c21: 'three or four months',
  c22: 'as long as a year or more',
  c23: 'largely to prop up Assad',
  c24: 'Russia insists that its bombs',
  c28: 'the talks broke little new ground',
  c29: 'roll back sanctions',
}

/** A text as far as quotation marks and spacing do not matter. */
export const plain = (text: string) =>
  text
    .replaceAll(/&(?:#39|quot);/g, "'")
    .replaceAll('"', "'")
    .replaceAll(/\s+/g, ' ')
