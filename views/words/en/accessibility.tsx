import type { Child } from 'hono/jsx'

/** The page about accessibility. */
export const accessibility = {
  title: 'Accessibility',
  lede: 'Gainsay is built to meet the Web Content Accessibility Guidelines 2.2 at level AA.',
  means: 'What that means here',
  points: [
    'Every page and every form works with the keyboard alone, and without JavaScript.',
    'No meaning is carried by colour alone: each relation has a word, a shape and an outline.',
    'Text has a contrast of at least 4.5 to 1, in light and in dark; controls and signs at least 3 to 1.',
    'At a width of 320 pixels, or at 400 % zoom, pages do not scroll sideways. Wide tables scroll inside a region of their own.',
    'Quotations carry their language and their direction, so that they are read out and set correctly.',
    'Nothing moves where your device asks for reduced motion. High contrast modes are supported.',
    'Tables are tables, with headings; each comparison also begins with a sentence that sums it up.',
  ] as readonly string[],
  checked: 'How it is checked',
  checks:
    'Each change is checked by machine: the pages with axe-core in a real browser, in both appearances and at two widths, the colours by calculation. Machines find only part of what can be wrong.',
  missing: 'What is known to be missing',
  lacks: [
    'Tests with screen readers, by people who use them every day, have not been done yet.',
    'The interface is in English. Quotations are kept in the language they were made in.',
    'Long comparisons have many links. A link before each table leads past it.',
  ] as readonly string[],
  reporting: 'Reporting a problem',
  report: (link: (text: string) => Child) => (
    <>
      Tell whoever runs this copy of Gainsay which page it was and what you tried to do. The{' '}
      {link('help')} explains the parts of the product.
    </>
  ),
}
