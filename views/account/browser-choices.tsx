import type { Child } from 'hono/jsx'
import { paths } from '#server/paths.ts'
import type { Viewer } from '../layout/document.tsx'
import { THEMES, type Theme } from '../layout/themes.ts'
import { FormToken, Radios } from '../shared/fields.tsx'
import { ownNames, wording } from '../words/wording.ts'

/** What a form of choices needs beside them. */
interface ChoiceProps {
  readonly viewer: Viewer | undefined
  /** The path of the page that it stands on. */
  readonly page: string
}

/** One choice that a cookie of this browser keeps; POST /appearance takes one at a time. */
const ChoiceForm = ({
  viewer,
  page,
  save,
  children,
}: ChoiceProps & { save: string; children?: Child }) => (
  <form class="form" method="post" action={paths.appearance}>
    <FormToken viewer={viewer} />
    <input type="hidden" name="return_to" value={`${page}?saved=browser`} />
    {children}
    <div class="actions">
      <button>{save}</button>
    </div>
  </form>
)

/** What is usual first. */
const ORDER: readonly Theme[] = ['system', ...THEMES.filter((theme) => theme !== 'system')]

/** Light, dark, more contrast, or as the device says. */
export const ThemeChoice = ({ theme, ...form }: ChoiceProps & { theme: Theme }) => {
  const { themes, contrastHint, colours, saveColours } = wording().settings
  const labels: Readonly<Record<Theme, string>> = themes
  return (
    <ChoiceForm {...form} save={saveColours}>
      <Radios
        name="theme"
        label={colours}
        options={ORDER.map((value) => ({
          value,
          label: labels[value],
          ...(value === 'contrast' ? { hint: contrastHint } : {}),
        }))}
        value={theme}
      />
    </ChoiceForm>
  )
}

/** Every language of the interface, each by its own name and in its own letters. */
export const LanguageChoice = (form: ChoiceProps) => (
  <ChoiceForm {...form} save={wording().settings.saveLanguage}>
    <fieldset class="field" aria-describedby="language-hint">
      <legend>{wording().settings.language}</legend>
      <p class="hint" id="language-hint">
        {wording().settings.languageHint}
      </p>
      <div class="choices">
        {ownNames.map(({ language, direction, ownName }) => (
          <div class="choice">
            <input
              type="radio"
              id={`language-${language}`}
              name="language"
              value={language}
              checked={language === wording().language}
            />
            <label for={`language-${language}`}>
              <bdi lang={language} dir={direction}>
                {ownName}
              </bdi>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  </ChoiceForm>
)

/** Whether keys that are pressed alone do anything (WCAG 2.1.4). */
export const KeysChoice = ({ isOn, ...form }: ChoiceProps & { isOn: boolean }) => {
  const { singleKeys, singleKeysHint, keysOn, keysOff, saveKeys } = wording().settings
  return (
    <ChoiceForm {...form} save={saveKeys}>
      <Radios
        name="keys"
        label={singleKeys}
        hint={singleKeysHint}
        options={[
          { value: 'on', label: keysOn },
          { value: 'off', label: keysOff },
        ]}
        value={isOn ? 'on' : 'off'}
      />
    </ChoiceForm>
  )
}
