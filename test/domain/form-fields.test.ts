import { describe, expect, test } from 'vitest'
import { fieldsOfForm } from '#server/domain/form-fields.ts'

const named = (form: unknown) =>
  Object.fromEntries(
    fieldsOfForm(form, (field, slug) => (field === 'party' ? `Party ${slug}` : slug)),
  )

describe('the fields of a form', () => {
  test('have labels and names that people know, and a line for each thing in a list', () => {
    expect(
      named({
        slug: 'strikes',
        question: 'Which?',
        archiveUrl: 'https://a.example',
        excerptsOnly: true,
        labels: { us: 'terrorists', ru: 'opposition' },
        roles: [
          { party: 'us', title: 'Secretary', from: '2013' },
          { party: 'ru', title: 'Minister' },
        ],
        positions: [
          { slug: 'two', label: 'Two groups', entails: ['every'] },
          { slug: 'every', label: 'Every group' },
        ],
        excludes: [{ pair: ['two', 'every'], kind: 'contrary' }],
      }),
    ).toEqual({
      Question: 'Which?',
      'Archived copy': 'https://a.example',
      'Excerpts only': 'yes',
      'Names that parties use': 'Party us: terrorists\nParty ru: opposition',
      Roles: 'Party: Party us; Title: Secretary; From: 2013\nParty: Party ru; Title: Minister',
      Positions: 'Label: Two groups; Entails: Every group\nLabel: Every group',
      Excludes: 'Pair: Two groups / Every group; Kind: contrary',
    })
  })

  test('are those of a topic and of its note side by side', () => {
    expect(named({ note: 'A note.', topic: { slug: 't', title: 'T', parties: ['us'] } })).toEqual({
      Note: 'A note.',
      Title: 'T',
      Parties: 'us',
    })
  })

  test('of what is no form are none', () => {
    for (const odd of [undefined, null, 'text', 7, ['a']]) expect(named(odd)).toEqual({})
    expect(named({ odd: { deep: [null, { x: 1 }] } })).toEqual({ Odd: 'Deep: \nX: 1' })
  })
})
