/* Behaviour that HTML alone does not give. Every page works without this file. */
'use strict'
;(() => {
  /** After a refused form, the reader starts at the list of what to fix. */
  const focusErrorSummary = (root) => root.querySelector('[data-error-summary]')?.focus()

  focusErrorSummary(document)
  document.addEventListener('htmx:after:swap', (event) => {
    focusErrorSummary(document)
    const problem = document.querySelector('#problem:not(:empty)')
    if (problem !== null && event.detail?.ctx?.target === problem) problem.scrollIntoView({ block: 'nearest' })
  })

  /**
   * Back or Forward while a page still loads gives it another address of the same document, and htmx is not
   * there yet to answer: load what the address names. Runs after htmx listens, which is earlier in the list.
   */
  document.addEventListener('DOMContentLoaded', () => {
    const [loaded] = performance.getEntriesByType('navigation')
    if (!history.state?.htmx || !loaded?.name.startsWith(location.origin)) return
    if (withoutHash(loaded.name) !== withoutHash(location.href)) location.reload()
  })
  const withoutHash = (address) => address.split('#')[0]

  /** A link in the summary moves the focus into the field, not only the page to it. */
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('[data-error-summary] a[href^="#"]')
    if (!link) return
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (field === null) return
    event.preventDefault()
    field.focus({ preventScroll: true })
    ;(field.closest('.field') ?? field).scrollIntoView({ block: 'start' })
  })

  /** The appearance changes in place; the form still goes to the server, which keeps it. */
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-appearance]')) return
    const chosen = event.submitter?.value
    if (chosen === undefined) return
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form, event.submitter))
    fetch(form.action, { method: 'POST', body, redirect: 'manual' }).then(
      (answer) => answer.type === 'opaqueredirect' && showAppearance(form, chosen),
      () => {},
    )
  })

  /** Filters change the address without a new page: who changes the language comes back to what is shown. */
  document.addEventListener('submit', ({ target }) => {
    const back = target instanceof HTMLFormElement && target.closest('.site-footer') && target.elements.return_to
    if (back) back.value = location.pathname + location.search
  })

  const showAppearance = (form, chosen) => {
    const root = document.documentElement
    if (chosen === 'system') delete root.dataset.theme
    else root.dataset.theme = chosen
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === chosen))
    }
  }

  /** `data-copy` holds what to copy; shown only where copying is possible. */
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = !navigator.clipboard
  document.addEventListener('click', async (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-copy]')
    if (!button) return
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href)
    const live = document.getElementById('live')
    if (live !== null) live.textContent = button.dataset.copied ?? ''
  })

  /**
   * Single keys press the control that carries them as `data-key`, only while the focus is inside its
   * `data-keys` region and never while typing (WCAG 2.1.4), unless they are turned off. /help/keys lists
   * them. A control with `data-from="any"` answers to every region of its page; a field takes the focus.
   */
  const hasSingleKeys = () => document.documentElement.dataset.singleKeys !== 'off'

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !hasSingleKeys()) return
    const from = event.target
    if (!(from instanceof Element) || from.matches('input, select, textarea, [contenteditable]')) return
    const region = from.closest('[data-keys]')
    if (region === null) return
    const stop = nextStop(from, region, event.key)
    if (stop === undefined && event.repeat) return
    const key = `[data-key="${CSS.escape(event.key.toLowerCase())}"]`
    const controls = [...document.querySelectorAll(key)]
    const isOurs = (one) => (region.contains(one) || one.dataset.from === 'any') && one.checkVisibility()
    const control = stop ?? controls.find(isOurs)
    if (control === undefined) return
    event.preventDefault()
    if (stop !== undefined || control.matches('select, input')) control.focus()
    else control.click()
  })

  const arrows = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }

  /** Where a key moves the focus: with arrows to a link of a `data-arrows` table, with N and P along `data-stop`. */
  const nextStop = (from, region, key) => {
    const cell = from.closest('[data-arrows] :is(td, th)')
    if (key in arrows) return cell === null ? undefined : linkBeside(cell, ...arrows[key])
    const wanted = { n: Node.DOCUMENT_POSITION_FOLLOWING, p: Node.DOCUMENT_POSITION_PRECEDING }[key.toLowerCase()]
    const stops = [...region.querySelectorAll('[data-stop]')].filter((one) => from.compareDocumentPosition(one) & wanted)
    return key.toLowerCase() === 'p' ? stops.at(-1) : stops[0]
  }

  /** The nearest link in that direction: cells that lead nowhere are passed over. */
  const linkBeside = (cell, down, right) => {
    const rows = cell.closest('table').rows
    let [row, column] = [cell.parentElement.rowIndex, cell.cellIndex]
    for (;;) {
      row += down
      column += right
      const beside = rows[row]?.cells[column]
      if (beside === undefined) return undefined
      const link = beside.querySelector('a[href]')
      if (link !== null) return link
    }
  }

  /** Markup from the clipboard is kept beside the text field named in `data-paste-html`, until it is edited. */
  for (const kept of document.querySelectorAll('[data-paste-html]')) {
    const field = kept.form?.elements.namedItem(kept.dataset.pasteHtml)
    field?.addEventListener('input', (event) => event.inputType !== 'insertFromPaste' && (kept.value = ''))
    field?.addEventListener('paste', (event) => {
      const isWhole = field.value === '' || field.selectionEnd - field.selectionStart === field.value.length
      kept.value = isWhole ? (event.clipboardData?.getData('text/html') ?? '') : ''
    })
  }

  /** `data-copy-text` names the element whose words are copied. */
  for (const button of document.querySelectorAll('[data-copy-text]')) button.hidden = !navigator.clipboard
  document.addEventListener('click', async (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-copy-text]')
    if (!button) return
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copyText)?.textContent ?? '')
    const live = document.getElementById('live')
    if (live !== null) live.textContent = button.dataset.copied ?? ''
  })
})()
