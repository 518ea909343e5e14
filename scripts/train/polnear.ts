import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Half-open, in code points. */
export type Range = readonly [start: number, end: number]

/** An attribution as people annotated it. */
export interface GoldAttribution {
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
}

export interface Article {
  readonly name: string
  readonly text: string
  /** One list for each person who annotated it. */
  readonly annotations: readonly (readonly GoldAttribution[])[]
}

/**
 * The articles of one split of PolNeAR (Newell, Margolin, Ruths, LREC 2018), in order of name.
 * @param folder - with `text/NAME.txt` and `attributions/NAME_PERSON.ann`
 */
export async function readPolnear(folder: string): Promise<Article[]> {
  const annotated = (await readdir(join(folder, 'attributions'))).filter((file) =>
    file.endsWith('.ann'),
  )
  const articles: Article[] = []
  for (const file of (await readdir(join(folder, 'text'))).sort()) {
    const name = file.replace(/\.txt$/, '')
    const annotations: GoldAttribution[][] = []
    for (const each of annotated.filter((other) => other.replace(/_[^_]+$/, '') === name).sort())
      annotations.push(parseStandoff(await readFile(join(folder, 'attributions', each), 'utf8')))
    articles.push({ name, text: await readFile(join(folder, 'text', file), 'utf8'), annotations })
  }
  return articles
}

/**
 * Reads brat standoff: `T1<tab>Content 47 83;90 95<tab>text` and `E1<tab>Attribution:T4 Content:T1 ...`.
 * Offsets are code points (compared with the covered text of every line of the corpus, which has no
 * character beyond the first 65,536). Lines of another form, and attributions without a cue or without
 * content, are left out.
 */
export function parseStandoff(standoff: string): GoldAttribution[] {
  const spans = new Map<string, Range[]>()
  const found: GoldAttribution[] = []
  for (const line of standoff.split('\n')) {
    const entity = /^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t/.exec(line)
    if (entity !== null) spans.set(entity[1]!, parseRanges(entity[2]!))
    if (!/^E\d+\t/.test(line)) continue
    const role = (name: string): Range[] =>
      [...line.matchAll(new RegExp(`\\b${name}\\d*:(T\\d+)`, 'g'))].flatMap(
        ([, id]) => spans.get(id!) ?? [],
      )
    const each = { source: role('Source'), cue: role('Cue'), content: role('Content') }
    if (each.cue.length > 0 && each.content.length > 0) found.push(each)
  }
  return found
}

function parseRanges(list: string): Range[] {
  return list.split(';').map((pair): Range => {
    const [start, end] = pair.split(' ').map(Number)
    return [start!, end!]
  })
}
