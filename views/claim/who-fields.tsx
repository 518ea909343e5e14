import { Select, TextField, valueOf } from '../shared/fields.tsx'
import { wording } from '../words/wording.ts'
import { AddNew, type ClaimFormState, withNew } from './form-state.tsx'

export const WhoFields = (form: ClaimFormState) => {
  const { choices, values, errors } = form
  return (
    <section class="form-part" aria-labelledby="who">
      <h2 id="who">{wording().claimForm.who}</h2>
      <Select
        name="party"
        label={wording().claimForm.party}
        hint={wording().claimForm.partyHint}
        prompt={wording().claimForm.chooseParty}
        options={withNew(
          choices.parties.map((p) => ({ value: p.slug, label: p.name })),
          wording().claimForm.anotherParty,
        )}
        value={valueOf(values, 'party')}
        errors={errors}
      />
      <NewParty {...form} />
      <PersonFields form={form} label={wording().claimForm.personWhoSaid} />
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
      prompt={wording().claimForm.nobodyNamed}
      options={withNew(
        form.choices.people.map(({ slug, name, roles }) => ({
          value: slug,
          label: [name, ...roles.slice(0, 1)].join(wording().explanations.comma),
        })),
        wording().claimForm.anotherPerson,
      )}
      value={valueOf(form.values, 'person')}
      errors={form.errors}
    />
    <NewPerson {...form} />
  </>
)

const NewParty = (form: ClaimFormState) => (
  <AddNew form={form} names={['party-name', 'party-kind']} summary={wording().claimForm.addParty}>
    <TextField
      name="party-name"
      label={wording().claimForm.partyName}
      value={valueOf(form.values, 'party-name')}
      maxLength={300}
      errors={form.errors}
    />
    <TextField
      name="party-kind"
      label={wording().claimForm.partyKind}
      hint={wording().claimForm.partyKindHint}
      width="medium"
      value={valueOf(form.values, 'party-kind')}
      maxLength={200}
      errors={form.errors}
    />
  </AddNew>
)

const NewPerson = (form: ClaimFormState) => (
  <AddNew
    form={form}
    names={['person-name', 'person-title']}
    summary={wording().claimForm.addPerson}
  >
    <TextField
      name="person-name"
      label={wording().claimForm.personName}
      value={valueOf(form.values, 'person-name')}
      maxLength={300}
      errors={form.errors}
    />
    <TextField
      name="person-title"
      label={wording().claimForm.personRole}
      hint={wording().claimForm.personRoleHint}
      optional
      value={valueOf(form.values, 'person-title')}
      maxLength={300}
      errors={form.errors}
    />
  </AddNew>
)
