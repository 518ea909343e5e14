import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    'prefer-native-element': 'off',
  },
})

/** What is wrong with a page's markup, one line each; none for a page that is in order. */
export async function faultsOf(page: string): Promise<string[]> {
  const report = await validator.validateString(page)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
