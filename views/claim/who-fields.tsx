import { Select, TextField, valueOf } from '../shared/fields.tsx'
import { AddNew, type ClaimFormState, withNew } from './form-state.tsx'

export const WhoFields = (form: ClaimFormState) => {
  const { choices, values, errors } = form
  return (
    <section class="form-part" aria-labelledby="who">
      <h2 id="who">Who</h2>
      <Select
        name="party"
        label="Party"
        hint="Who holds it, not who reports it."
        prompt="Choose a party"
        options={withNew(
          choices.parties.map((p) => ({ value: p.slug, label: p.name })),
          'Another party, named below',
        )}
        value={valueOf(values, 'party')}
        errors={errors}
      />
      <NewParty {...form} />
      <PersonFields form={form} label="Person who said it" />
    </section>
  )
}

/** Somebody on record, or somebody new. */
export const PersonFields = ({ form, label }: { form: ClaimFormState; label: string }) => (
  <>
    <Select
      name="person"
      label={label}
      optional
      prompt="Nobody named"
      options={withNew(
        form.choices.people.map(({ slug, name, roles }) => ({
          value: slug,
          label: [name, ...roles.slice(0, 1)].join(', '),
        })),
        'Another person, named below',
      )}
      value={valueOf(form.values, 'person')}
      errors={form.errors}
    />
    <NewPerson {...form} />
  </>
)

const NewParty = (form: ClaimFormState) => (
  <AddNew form={form} names={['party-name', 'party-kind']} summary="Add a party">
    <TextField
      name="party-name"
      label="Name of the party"
      value={valueOf(form.values, 'party-name')}
      maxLength={300}
      errors={form.errors}
    />
    <TextField
      name="party-kind"
      label="Kind of party"
      hint="Such as state, government, armed group, coalition, company, news organisation."
      width="medium"
      value={valueOf(form.values, 'party-kind')}
      maxLength={200}
      errors={form.errors}
    />
  </AddNew>
)

const NewPerson = (form: ClaimFormState) => (
  <AddNew form={form} names={['person-name', 'person-title']} summary="Add a person">
    <TextField
      name="person-name"
      label="Name of the person"
      value={valueOf(form.values, 'person-name')}
      maxLength={300}
      errors={form.errors}
    />
    <TextField
      name="person-title"
      label="Role for the party"
      hint="Such as Foreign Minister or spokesperson."
      optional
      value={valueOf(form.values, 'person-title')}
      maxLength={300}
      errors={form.errors}
    />
  </AddNew>
)
