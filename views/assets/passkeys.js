/* Passkeys in the forms that carry `data-passkey`. Signing in works without this file, by password or link. */
'use strict'
;(() => {
  if (typeof PublicKeyCredential !== 'function' || navigator.credentials === undefined) return

  const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))
  const textOf = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  const withBytes = (each) => ({ ...each, id: bytesOf(each.id) })

  /** For browsers that do not read the JSON themselves (Safari before 18.4). */
  const readOptions = (kind, options) => {
    const name = kind === 'create' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON'
    if (typeof PublicKeyCredential[name] === 'function') return PublicKeyCredential[name](options)
    const read = { ...options, challenge: bytesOf(options.challenge) }
    if (options.user !== undefined) read.user = withBytes(options.user)
    if (options.excludeCredentials !== undefined) read.excludeCredentials = options.excludeCredentials.map(withBytes)
    if (options.allowCredentials !== undefined) read.allowCredentials = options.allowCredentials.map(withBytes)
    return read
  }

  /** By hand where there is no toJSON (Safari before 18.4), or where what keeps the passkey breaks it. */
  const FIELDS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
  const writeByHand = ({ rawId, type, response }) => {
    const id = textOf(rawId)
    const written = { id, rawId: id, type, response: {} }
    for (const name of FIELDS) if (response[name]) written.response[name] = textOf(response[name])
    if (typeof response.getTransports === 'function') written.response.transports = response.getTransports()
    return written
  }
  const writeJson = (credential) => {
    try {
      return JSON.stringify(credential.toJSON())
    } catch {
      return JSON.stringify(writeByHand(credential))
    }
  }

  /** What is said where it does not work out, in the language of the page. */
  const wordsOf = (form) => JSON.parse(form.dataset.words)

  class Told extends Error {}

  /** The challenge with what belongs to it; undefined where the server wants to answer with a page. */
  const askForChallenge = async (form) => {
    const fields = new FormData(form)
    const headers = { Accept: 'application/json', 'X-CSRF-Token': fields.get('csrf') ?? '' }
    const body = form.dataset.passkey === 'create' ? new URLSearchParams(fields) : undefined
    let answer
    try {
      answer = await fetch(form.dataset.challenge, { method: 'POST', headers, body })
      if (answer.ok) return await answer.json()
      const problem = await answer.json()
      // A name that has to be mended, or somebody who has to say once more who they are.
      if (problem.code === 'invalid' || problem.code === 'confirm_needed') return undefined
      throw new Told(wordsOf(form).refusals[problem.code] ?? problem.detail)
    } catch (error) {
      throw error instanceof Told ? error : new Told(wordsOf(form).noAnswer)
    }
  }

  const sign = async (form) => {
    const kind = form.dataset.passkey
    const options = await askForChallenge(form)
    if (options === undefined) return ''
    const credential = await navigator.credentials[kind]({ publicKey: readOptions(kind, options) })
    if (credential === null) throw new Told(wordsOf(form).otherwise)
    return writeJson(credential)
  }

  const run = async (form) => {
    const line = form.querySelector('[data-says]')
    const button = form.querySelector('button')
    button.setAttribute('aria-disabled', 'true')
    line.textContent = ''
    try {
      form.querySelector('[data-signed]').value = await sign(form)
      form.submit()
    } catch (error) {
      const { errors, otherwise } = wordsOf(form)
      line.textContent = error instanceof Told ? error.message : (errors[error?.name] ?? otherwise)
    } finally {
      button.removeAttribute('aria-disabled')
    }
  }

  for (const form of document.querySelectorAll('[data-passkey]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (form.querySelector('[aria-disabled]') === null) run(form)
    })
    form.hidden = false
  }
  for (const instead of document.querySelectorAll('[data-without-passkey]')) instead.hidden = true
})()
