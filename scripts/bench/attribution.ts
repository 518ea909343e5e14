import { existsSync } from 'node:fs'
import { attributeTokens } from '#server/text/attribution.ts'
import { readEnglish } from '#server/text/english.ts'
import { readText } from '#server/text/reading.ts'
import { alignGold, isHeldOut } from '../train/gold.ts'
import { readPolnear, type Article } from '../train/polnear.ts'
import { round, type Figures } from './figures.ts'
import { AttributionScore, toParts } from './score-attributions.ts'

const corpus = '../shared/data/polnear'

/**
 * Scores the attributions found in articles that the model was not trained on.
 * @param split - `dev`, or `train-heldout` for the articles of the training split kept from training
 */
export async function benchAttribution(split = 'dev'): Promise<Figures> {
  if (split !== 'dev' && split !== 'train-heldout')
    return { skipped: `There is no split ${split}; there are dev and train-heldout.` }
  const folder = `${corpus}/${split === 'dev' ? 'dev' : 'train'}`
  if (!existsSync(folder)) return { skipped: `The corpus is not here: ${folder}.` }
  const all = await readPolnear(folder)
  return measure(split === 'dev' ? all : all.filter(isHeldOut))
}

function measure(articles: readonly Article[]): Figures {
  const model = readEnglish()
  const score = new AttributionScore()
  const times: number[] = []
  let words = 0
  for (const { text, annotations } of articles) {
    const start = performance.now()
    const reading = readText(text, model.tagger)
    const found = attributeTokens(reading, model).map(toParts)
    times.push(performance.now() - start)
    words += text.match(/\S+/g)?.length ?? 0
    for (const annotation of annotations)
      score.add(found, alignGold(reading, annotation), 1 / annotations.length)
  }
  const total = times.reduce((sum, time) => sum + time, 0)
  return {
    articles: articles.length,
    words,
    ...score.describe(),
    milliseconds: {
      perArticle: round(total / articles.length),
      perThousandWords: round((1000 * total) / words),
      slowestArticle: round(Math.max(...times)),
    },
  }
}
