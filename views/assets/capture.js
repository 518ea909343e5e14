/* Keys and the mouse on the page where claims are made from a text. The page works without this file. */
'use strict'
;(() => {
  const page = document.querySelector('[data-capture]')
  if (page === null) return
  const text = page.querySelector('form')
  const boxes = [...text.querySelectorAll('input[type="checkbox"]')]
  const hasSingleKeys = document.documentElement.dataset.singleKeys !== 'off'
  const claim = () => document.getElementById('claim')
  const isTyping = (element) => element.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')

  /** Words taken by the mouse or cut by key, to stand in the form once it is there. */
  let words = ''

  const goTo = (box) => {
    if (box === undefined) return
    box.focus({ preventScroll: true })
    box.closest('li').scrollIntoView({ block: 'nearest' })
  }
  if (location.hash === '') goTo(boxes.find((box) => box.checked) ?? boxes[0])

  const choose = (box) => {
    if (!boxes.some((b) => b.checked)) box.checked = true
    text.requestSubmit()
  }

  const inText = (event, box) => {
    const at = boxes.indexOf(box)
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'k') {
      const next = boxes[at + (key === 'j' ? 1 : -1)]
      if (event.shiftKey && next !== undefined) box.checked = next.checked = true
      goTo(next)
    } else if (key === 'x') box.checked = !box.checked
    else if (key === 'enter') choose(box)
    else if (key === '/') find.focus()
    else if (key === 'u') page.querySelector('[data-undo]')?.click()
    else return
    event.preventDefault()
  }

  /** The next sentence with what is looked for, from the one that was left. */
  const find = page.querySelector('[data-find]')
  let left = 0
  text.addEventListener('focusout', (event) => {
    if (boxes.includes(event.target)) left = boxes.indexOf(event.target)
  })
  find.closest('p').hidden = false
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') goTo(boxes[left])
    else if (event.key === 'Enter') {
      const wanted = find.value.trim().toLocaleLowerCase()
      const has = (box) => box.labels[0].textContent.toLocaleLowerCase().includes(wanted)
      const after = [...boxes.slice(left + 1), ...boxes.slice(0, left + 1)]
      const found = wanted === '' ? boxes[left] : after.find(has)
      if (found !== undefined) goTo(found)
    } else return
    event.preventDefault()
  })

  /** The sentences that a selection by mouse touches, and its words. */
  const claimSelection = () => {
    const selection = getSelection()
    if (selection.isCollapsed || !text.contains(selection.anchorNode)) return false
    words = selection.toString().trim()
    for (const box of boxes) box.checked = selection.containsNode(box.closest('li'), true)
    text.requestSubmit()
    return true
  }

  const groups = () => [...claim().querySelectorAll('[data-numbered]:not([disabled])')]
  const isOpen = (group) => group.querySelector('input[type="radio"]') !== null && group.querySelector(':checked') === null

  /** To what is still open: the first choice without one, else saving. */
  const goOn = () => {
    const open = groups().find(isOpen)
    const next = open?.querySelector('input') ?? claim().querySelector('.button-primary')
    next?.focus()
  }

  /** Only the positions of the chosen issue can be chosen, the likeliest of them at once. */
  const showPositions = (issue) => {
    for (const answer of claim().querySelectorAll('[data-answer]')) {
      const isAsked = answer.dataset.answer === issue
      answer.hidden = answer.disabled = !isAsked
      const likely = isAsked && answer.querySelector(':checked') === null && answer.querySelector('[data-likely]')
      if (likely) likely.checked = true
    }
  }

  const pick = (digit, from) => {
    const own = from.closest('[data-numbered]')
    // With nothing open it is the position that a digit changes: its suggestion is the least certain.
    const group = own ?? groups().find(isOpen) ?? groups().at(-1)
    const radio = group?.querySelector(`[data-digit="${digit}"]`)
    if (!radio) return false
    radio.checked = true
    radio.dispatchEvent(new Event('change', { bubbles: true }))
    goOn()
    return true
  }

  /** A word less of the quotation at its end, or one more of what was there. */
  let whole = []
  const cut = (by) => {
    const quote = claim().querySelector('[name="c1-quote"]')
    const kept = quote.value.split(/\s+/).filter(Boolean).length + by
    if (kept < 1 || kept > whole.length) return
    quote.value = whole.slice(0, kept).join('').trimEnd()
  }

  const FIELD_KEYS = { p: 'party', i: 'issue', o: 'position' }

  /** To a choice that was made already, by the letter under which it is known. */
  const change = (key) => {
    const named = `[data-numbered]:not([disabled], [hidden]) input[name="${FIELD_KEYS[key]}"]`
    const field = claim().querySelector(`${named}:checked`) ?? claim().querySelector(named)
    field?.focus()
    return field !== null
  }

  const inClaim = (event, element) => {
    if (event.key === 'Escape') goTo(boxes.find((box) => box.checked) ?? boxes[0])
    else if (isTyping(element)) return
    else if (event.key === ',') cut(-1)
    else if (event.key === '.') cut(1)
    else if (event.key in FIELD_KEYS ? !change(event.key) : !/^[1-9]$/.test(event.key) || !pick(event.key, element)) return
    event.preventDefault()
  }

  page.addEventListener('keydown', (event) => {
    const element = event.target
    if (!(element instanceof Element) || event.isComposing) return
    const isInClaim = claim().contains(element)
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!isInClaim) return
      event.preventDefault()
      claim().querySelector('.button-primary')?.click()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !hasSingleKeys) return
    if (isInClaim) inClaim(event, element)
    else if (boxes.includes(element)) inText(event, element)
  })

  document.addEventListener('keydown', (event) => {
    if (!hasSingleKeys || event.key.toLowerCase() !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof Element && isTyping(event.target)) return
    if (claimSelection()) event.preventDefault()
  })

  page.addEventListener('change', (event) => {
    if (event.target.name === 'issue') showPositions(event.target.value)
  })

  /** What stands in the form is kept, a moment after each change and when the page is left. */
  let keeping = 0
  const keep = () => {
    clearTimeout(keeping)
    keeping = 0
    const form = claim().querySelector('[data-draft]')
    if (form === null) return
    const body = new URLSearchParams(new FormData(form))
    // The form's key is for saving it: what is kept meanwhile is sent as often as it changes.
    body.delete('once')
    fetch(form.dataset.draft, { method: 'POST', body, keepalive: true, redirect: 'manual' }).catch(() => {})
  }
  page.addEventListener('input', (event) => {
    if (event.target.closest('[data-draft]') === null) return
    clearTimeout(keeping)
    keeping = setTimeout(keep, 1500)
  })
  page.addEventListener('submit', () => {
    clearTimeout(keeping)
    keeping = 0
  })
  addEventListener('pagehide', () => {
    if (keeping !== 0) keep()
  })

  const begin = () => {
    const quote = claim().querySelector('[name="c1-quote"]')
    if (quote === null) return
    if (words !== '') quote.value = words
    words = ''
    whole = quote.value.match(/\S+\s*/g) ?? []
    goOn()
  }
  document.addEventListener('htmx:after:swap', begin)
  if (location.hash === '') begin()
})()
