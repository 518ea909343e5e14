import { describe, expect, test } from 'vitest'
import { directionOf } from '#views/shared/direction.ts'
import {
  Checkboxes,
  ErrorSummary,
  Radios,
  Select,
  TextField,
  startValues,
  valueOf,
} from '#views/shared/fields.tsx'
import { Pagination, pagesShown } from '#views/shared/navigation.tsx'
import { InlineQuote, Quotation } from '#views/shared/quotation.tsx'
import { PositionLetter, RelationChip, type ShownRelation } from '#views/shared/relation.tsx'
import { wording } from '#views/words/wording.ts'

const html = (element: unknown) => String(element)
const textOf = (element: unknown) => html(element).replace(/<[^>]+>/g, '')

describe('direction', () => {
  for (const tag of [
    'ar',
    'ar-SY',
    'he',
    'fa',
    'ur',
    'ps',
    'sd',
    'ug',
    'yi',
    'dv',
    'ckb',
    'az-Arab',
    'AR-eg',
  ]) {
    test(`${tag} is right to left`, () => expect(directionOf(tag)).toBe('rtl'))
  }
  for (const tag of ['en', 'ru', 'tr', 'ar-Latn', 'zh-Hant-TW', 'und', '', 'arn']) {
    test(`“${tag}” is left to right`, () => expect(directionOf(tag)).toBe('ltr'))
  }
})

describe('a quotation', () => {
  test('carries its language and direction; so does its translation, with who made it', () => {
    const shown = html(
      <Quotation
        text="مرحبا"
        form="direct quotation"
        language="ar"
        translation={{ text: 'Hello', translator: 'Ana' }}
      >
        Who
      </Quotation>,
    )
    expect(shown).toContain('<blockquote lang="ar" dir="rtl"><p>مرحبا</p></blockquote>')
    expect(shown).toContain('<p lang="en" dir="ltr">Hello</p>')
    expect(shown).toContain('Translation by <bdi>Ana</bdi>')
    expect(shown).toContain('<figcaption>Who</figcaption>')
    expect(html(<InlineQuote text="a" form="direct quotation" language="he" />)).toBe(
      '<q lang="he" dir="rtl">a</q>',
    )
  })

  test('never gives the sentence of a source as words of the party it reports on', () => {
    for (const form of ['paraphrase', 'reported by a third party', 'vote or other act'] as const) {
      const shown = html(<Quotation text="He agreed." form={form} language="en" />)
      expect(shown, form).toContain('In the source’s words')
      expect(shown, form).toContain('class="quotation reported"')
      const inline = textOf(<InlineQuote text="He agreed." form={form} language="en" />)
      expect(inline, form).toBe('in the source’s words: He agreed.')
    }
    for (const form of ['direct quotation', 'official document'] as const) {
      const shown = html(<Quotation text="I agree." form={form} language="en" />)
      expect(shown, form).toBe(
        '<figure class="quotation"><blockquote lang="en" dir="ltr"><p>I agree.</p></blockquote></figure>',
      )
    }
  })

  test('shows markup as text', () => {
    expect(
      html(<Quotation text="<script>x</script>" form="paraphrase" language={'"><b>'} />),
    ).not.toMatch(/<script|<b>/)
  })
})

describe('a relation', () => {
  test('has a word, a sign of its own that is hidden from screen readers, and a class of its own', () => {
    const all = Object.keys(wording().relations) as ShownRelation[]
    const chips = all.map((relation) => html(<RelationChip relation={relation} />))
    expect(new Set(chips.map((chip) => /<svg.*<\/svg>/.exec(chip)?.[0])).size).toBe(all.length)
    for (const [i, chip] of chips.entries()) {
      expect(chip).toContain(`class="chip is-${all[i]}"`)
      expect(chip).toContain('aria-hidden="true"')
      expect(textOf(chip)).toBe(wording().relations[all[i] as ShownRelation])
    }
  })

  test('says when it is conditional, when it is only suggested, and other words', () => {
    expect(textOf(<RelationChip relation="agreement" conditional />)).toBe('Agrees, conditional')
    expect(textOf(<RelationChip relation="conflict" suggested />)).toBe('Suggested: conflicts')
    expect(html(<RelationChip relation="conflict" suggested />)).toContain('is-suggested')
    expect(textOf(<RelationChip relation="silent" words="Declined to say" />)).toBe(
      'Declined to say',
    )
  })

  test('a letter is read out as a position', () => {
    expect(textOf(<PositionLetter letter="B" />)).toBe('Position B')
  })
})

describe('a field', () => {
  const errors = { party: ['Choose a party.'] }
  test('is tied to its label, hint and message', () => {
    const shown = html(
      <TextField name="party" label="Party" hint="Who holds it." errors={errors} value="x" />,
    )
    expect(shown).toContain('<label for="f-party">Party</label>')
    expect(shown).toContain(
      'id="f-party" name="party" aria-describedby="f-party-hint f-party-error" aria-invalid="true"',
    )
    expect(shown).toContain(
      '<p class="error-message" id="f-party-error"><span class="visually-hidden">Error: </span>Choose a party.</p>',
    )
    expect(shown).toContain('dir="auto"')
  })

  test('without errors says nothing of them', () => {
    expect(html(<TextField name="party" label="Party" errors={{}} />)).not.toMatch(/aria-|error/)
  })

  test('keeps what was chosen', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ]
    expect(html(<Select name="s" label="S" options={options} value="b" />)).toContain(
      '<option value="b" selected="">B</option>',
    )
    expect(html(<Radios name="r" label="R" options={options} value="b" />)).toMatch(
      /id="f-r-2" name="r" value="b" checked=""/,
    )
    expect(
      html(<Checkboxes name="c" label="C" options={options} values={['a', 'b']} />).match(
        /checked=""/g,
      ),
    ).toHaveLength(2)
  })

  test('cannot have a name that hides a property of its form, which stops htmx', () => {
    expect(() => html(<TextField name="form" label="Form" />)).toThrow('it would hide form.form')
  })

  test('starts from values that may be absent', () => {
    const values = startValues({ a: 'x', b: undefined, c: ['y', 'z'] })
    expect([valueOf(values, 'a'), valueOf(values, 'b'), valueOf(values, 'c')]).toEqual([
      'x',
      '',
      'y',
    ])
  })
})

test('the summary links each message to its field, and lists what concerns the whole form', () => {
  const shown = html(
    <ErrorSummary errors={{ '': ['Too late.'], party: ['Choose a party.', 'Really.'] }} />,
  )
  expect(shown).toContain('<li>Too late.</li>')
  expect(shown.match(/<a href="#f-party">/g)).toHaveLength(2)
  expect(html(<ErrorSummary errors={{}} />)).toBe('')
})

describe('pages of a list', () => {
  test('show both ends, the neighbours, and gaps of more than one page', () => {
    expect(pagesShown(5, 9)).toEqual([1, undefined, 4, 5, 6, undefined, 9])
    expect(pagesShown(4, 9)).toEqual([1, 2, 3, 4, 5, undefined, 9])
    expect(pagesShown(1, 2)).toEqual([1, 2])
  })
  test('are not shown where there is one', () => {
    expect(html(<Pagination page={1} pages={1} of="claims" addressOf={String} />)).not.toContain(
      'nav',
    )
    const shown = html(
      <Pagination page={2} pages={3} of="claims" addressOf={(n) => `?page=${n}`} />,
    )
    expect(shown).toContain('aria-current="page"')
    expect(shown).toContain('rel="next" data-key="]" href="?page=3"')
  })
})
