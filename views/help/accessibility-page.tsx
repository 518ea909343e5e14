import { paths } from '#server/paths.ts'

export const AccessibilityPage = () => (
  <>
    <h1>Accessibility</h1>
    <p class="lede">
      Gainsay is built to meet the Web Content Accessibility Guidelines 2.2 at level AA.
    </p>
    <div class="prose">
      <h2>What that means here</h2>
      <ul>
        <li>Every page and every form works with the keyboard alone, and without JavaScript.</li>
        <li>
          No meaning is carried by colour alone: each relation has a word, a shape and an outline.
        </li>
        <li>
          Text has a contrast of at least 4.5 to 1, in light and in dark; controls and signs at
          least 3 to 1.
        </li>
        <li>
          At a width of 320 pixels, or at 400 % zoom, pages do not scroll sideways. Wide tables
          scroll inside a region of their own.
        </li>
        <li>
          Quotations carry their language and their direction, so that they are read out and set
          correctly.
        </li>
        <li>
          Nothing moves where your device asks for reduced motion. High contrast modes are
          supported.
        </li>
        <li>
          Tables are tables, with headings; each comparison also begins with a sentence that sums it
          up.
        </li>
      </ul>
      <h2>How it is checked</h2>
      <p>
        Each change is checked by machine: the pages with axe-core in a real browser, in both
        appearances and at two widths, the colours by calculation. Machines find only part of what
        can be wrong.
      </p>
      <h2>What is known to be missing</h2>
      <ul>
        <li>
          Tests with screen readers, by people who use them every day, have not been done yet.
        </li>
        <li>The interface is in English. Quotations are kept in the language they were made in.</li>
        <li>Long comparisons have many links. A link before each table leads past it.</li>
      </ul>
      <h2>Reporting a problem</h2>
      <p>
        Tell whoever runs this copy of Gainsay which page it was and what you tried to do. The{' '}
        <a href={paths.help}>help</a> explains the parts of the product.
      </p>
    </div>
  </>
)
