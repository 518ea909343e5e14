import type { Child } from 'hono/jsx'

/**
 * Glyphs drawn for Gainsay on a 24 by 24 grid. They stand beside words and are hidden from screen
 * readers; none is ever the only sign of anything.
 */
const Glyph = ({ children }: { children?: Child }) => (
  <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

export const EqualIcon = () => (
  <Glyph>
    <path d="M5 9h14M5 15h14" />
  </Glyph>
)
export const ApproxIcon = () => (
  <Glyph>
    <path d="M4 10q4-4.5 8-1.5t8-1.5M4 17q4-4.5 8-1.5t8-1.5" />
  </Glyph>
)
export const NotEqualIcon = () => (
  <Glyph>
    <path d="M5 9h14M5 15h14M17 4 7 20" />
  </Glyph>
)
export const DotIcon = () => (
  <Glyph>
    <circle class="solid" cx="12" cy="12" r="4.5" />
  </Glyph>
)
export const RingIcon = () => (
  <Glyph>
    <circle cx="12" cy="12" r="6" />
  </Glyph>
)
export const DashedIcon = () => (
  <Glyph>
    <path d="M4 12h3.2M10.4 12h3.2M16.8 12H20" />
  </Glyph>
)
export const DeltaIcon = () => (
  <Glyph>
    <path d="M12 5 20 19H4Z" />
  </Glyph>
)
/** Two waves that cross: one party, two lines at once. */
export const MixedIcon = () => (
  <Glyph>
    <path d="M3 12c3-8 6-8 9 0s6 8 9 0M3 12c3 8 6 8 9 0s6-8 9 0" />
  </Glyph>
)
export const HourglassIcon = () => (
  <Glyph>
    <path d="M6 3h12M6 21h12M8 3v3.5l4 5.5 4-5.5V3M8 21v-3.5l4-5.5 4 5.5V21" />
  </Glyph>
)
export const IfIcon = () => (
  <Glyph>
    <path d="M6 4v6a4 4 0 0 0 4 4h9M15 9.5l4.5 4.5-4.5 4.5" />
  </Glyph>
)
export const ExternalIcon = () => (
  <Glyph>
    <path d="M18 13.5V19H5V6h5.5M14 4h6v6M20 4l-9 9" />
  </Glyph>
)
