/* The palette: Ctrl+K or the link “Search” opens it. Without this file the link leads to the search page. */
'use strict'
;(() => {
  const dialog = document.getElementById('palette')
  const form = dialog?.querySelector('form')
  if (!form) return
  const field = form.elements.namedItem('q')
  const list = document.getElementById('palette-list')
  const status = dialog.querySelector('[role="status"]')
  /** What is said here, in the language of the page. */
  const words = JSON.parse(dialog.dataset.words)
  /** Asked for once something is typed: loading plural rules takes longer than the rest of this file. */
  const pluralOf = (n) => new Intl.PluralRules(document.documentElement.lang).select(n)
  const places = [...dialog.querySelectorAll('[data-places] a')].map((a) => ({ text: a.textContent, href: a.href, kind: words.goTo }))
  let active = -1
  let pending
  let timer

  const mac = /Mac|iPhone|iPad/.test(navigator.platform)
  if (mac) for (const key of document.querySelectorAll('[data-palette] kbd')) key.textContent = '⌘ K'

  const open = () => {
    if (dialog.open) return
    dialog.showModal()
    field.select()
    suggest()
  }

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('[data-palette]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    open()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey || event.isComposing) return
    if (!(mac ? event.metaKey : event.ctrlKey)) return
    // In text that is being written the keys may mean something else.
    if (event.target instanceof Element && event.target.closest('textarea, [contenteditable]')) return
    event.preventDefault()
    open()
  })
  // A press beside the palette closes it.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())

  const show = (options) => {
    choose(-1)
    list.replaceChildren(
      ...options.map(({ text, href, kind, lang }, i) => {
        const option = document.createElement('li')
        option.id = `palette-${i}`
        option.role = 'option'
        option.dataset.href = href
        option.setAttribute('aria-selected', 'false')
        const name = document.createElement('bdi')
        name.textContent = text
        if (lang) name.lang = lang
        const what = document.createElement('span')
        what.className = 'small'
        what.textContent = kind
        option.append(name, ' ', what)
        return option
      }),
    )
    field.setAttribute('aria-expanded', String(options.length > 0))
  }

  const choose = (index) => {
    active = index
    const options = [...list.children]
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)))
    const option = options[index]
    if (option === undefined) return field.removeAttribute('aria-activedescendant')
    field.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  const matching = (typed) => places.filter(({ text }) => text.toLowerCase().includes(typed.toLowerCase()))

  const suggest = () => {
    pending?.abort()
    clearTimeout(timer)
    const typed = field.value.trim()
    show(matching(typed))
    if (typed !== '') timer = setTimeout(() => look(typed), 250)
  }

  /** The first of each kind, the best kinds first, after the places. */
  const look = async (typed) => {
    pending = new AbortController()
    const { signal } = pending
    try {
      const answer = await fetch(`${form.dataset.source}?${new URLSearchParams({ q: typed })}`, { signal })
      if (!answer.ok) return
      const { groups, total, hasMore } = await answer.json()
      if (signal.aborted) return
      const found = groups.flatMap(({ results }) => results.slice(0, 3)).slice(0, 9)
      const all = { text: typed, href: `${form.action}?${new URLSearchParams({ q: typed })}`, kind: words.all.replace('{}', `${total}${hasMore ? '+' : ''}`) }
      const options = [...matching(typed), ...found.map((one) => ({ text: one.title, href: one.href, kind: words.kinds[one.type] })), all]
      show(options)
      const { length } = options
      status.textContent = (words.suggestions[pluralOf(length)] ?? words.suggestions.other).replace('{n}', length)
    } catch (error) {
      if (error.name !== 'AbortError') status.textContent = words.noAnswer
    }
  }

  field.addEventListener('input', suggest)
  field.addEventListener('keydown', (event) => {
    const last = list.children.length - 1
    if (event.isComposing || last < 0) return
    if (event.key === 'ArrowDown') choose(active >= last ? -1 : active + 1)
    else if (event.key === 'ArrowUp') choose(active < 0 ? last : active - 1)
    else if (event.key === 'Enter' && active >= 0) list.children[active].click()
    else return
    event.preventDefault()
  })
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element && event.target.closest('[role="option"]')
    if (option) location.assign(option.dataset.href)
  })
})()
