import { expect, test } from 'vitest'
import { isolateDates } from '#views/words/isolate-dates.ts'

test.each([
  ['مثل 2015-12-15.', 'مثل \u20662015-12-15\u2069.'],
  ['مثل 2015-12-15T18:30:00Z، أو 2015', 'مثل \u20662015-12-15T18:30:00Z\u2069، أو 2015'],
  [
    'نحو 2015-12~، أو 2016-01/.. بلا نهاية',
    'نحو \u20662015-12~\u2069، أو \u20662016-01/..\u2069 بلا نهاية',
  ],
  ['«2015-12»: 3 مسائل', '«\u20662015-12\u2069»: 3 مسائل'],
  ['أطول من 2,048 حرفًا', 'أطول من 2,048 حرفًا'],
  ['عددها 3: أ/ب', 'عددها 3: أ/ب'],
])('%s keeps its dates in the order in which they are written', (text, isolated) => {
  expect(isolateDates(text)).toBe(isolated)
})
