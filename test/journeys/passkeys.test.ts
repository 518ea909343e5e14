import type { CDPSession, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { createSignInLink } from '#server/actions/create-sign-in-link.ts'
import { paths } from '#server/paths.ts'
import { type Site, expectAccessible, looks, setLook, test } from '#test/support/browser.ts'

/** Browsers have passkeys for names: the same server by the one that this machine has. */
const named = (site: Site, path: string): string =>
  site.origin.replace('127.0.0.1', 'localhost') + path

interface Device {
  readonly page: Page
  /** Does its person unlock it when it asks? */
  readonly unlock: (isUnlocked: boolean) => Promise<void>
}

/** A page, and a device that holds passkeys, touched whenever it asks. */
async function aDevice(site: Site): Promise<Device> {
  const page = await site.open(paths.healthz)
  const cdp: CDPSession = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const unlock = async (isUserVerified: boolean) => {
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  }
  return { page, unlock }
}

async function signInByLink(site: Site, page: Page): Promise<void> {
  const { token } = await createSignInLink(site.db, new Date())
  await page.goto(named(site, paths.signIn(token)))
}

const press = async (page: Page, name: string) => await page.getByRole('button', { name }).click()

async function add(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the passkey').fill(name)
  await press(page, 'Add a passkey')
}

async function addFirst(site: Site, page: Page): Promise<void> {
  await signInByLink(site, page)
  await page.goto(named(site, paths.settings))
  await add(page, 'Laptop')
  await page.getByText('The passkey is saved.').waitFor()
}

/** What the line under a button says, once it says something. */
async function said(page: Page, by: string): Promise<string> {
  const line = page
    .locator('form', { has: page.getByRole('button', { name: by }) })
    .locator('[data-says]')
  await expect.poll(async () => await line.innerText()).not.toBe('')
  return await line.innerText()
}

async function expectAccessibleInAllLooks(page: Page): Promise<void> {
  for (const look of looks) {
    await setLook(page, look)
    await expectAccessible(page)
  }
}

describe('a passkey', () => {
  test('is added, signs in again, confirms, and is removed', async ({ site }) => {
    const { page } = await aDevice(site)
    await addFirst(site, page)
    await page.getByRole('button', { name: 'Remove the passkey Laptop' }).waitFor()
    await expectAccessibleInAllLooks(page)

    await press(page, 'Sign out')
    await page.goto(named(site, paths.signInForm({ return_to: paths.settings })))
    await expectAccessibleInAllLooks(page)
    await press(page, 'Sign in with a passkey')
    await page.waitForURL(named(site, paths.settings))
    await page.getByText('Signed in with a passkey').waitFor()

    await site.db
      .updateTable('session')
      .set({ confirmed_at: new Date(0) })
      .execute()
    await press(page, 'Remove the passkey Laptop')
    await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor()
    await expectAccessibleInAllLooks(page)
    await press(page, 'Confirm with a passkey')
    await page.getByText('The passkey is removed.').waitFor()
    expect(await page.getByRole('button', { name: /^Remove the passkey/ }).count()).toBe(0)
  })

  test('is added after confirming, where that is asked for; its name is kept', async ({ site }) => {
    const { page } = await aDevice(site)
    await addFirst(site, page)
    await site.db
      .updateTable('session')
      .set({ confirmed_at: new Date(0) })
      .execute()
    await add(page, 'Key')
    await press(page, 'Confirm with a passkey')
    await page.getByText('Press “Add a passkey” once more').waitFor()
    expect(await page.getByLabel('Name of the passkey').inputValue()).toBe('Key')
  })

  test('works where the browser neither reads nor writes the JSON', async ({ site }) => {
    const { page } = await aDevice(site)
    await page.addInitScript(() => {
      const given = PublicKeyCredential as unknown as Record<string, unknown>
      delete given['parseCreationOptionsFromJSON']
      delete given['parseRequestOptionsFromJSON']
      delete (PublicKeyCredential.prototype as { toJSON?: unknown }).toJSON
    })
    await addFirst(site, page)
    const row = await site.db.selectFrom('passkey').select('transports').executeTakeFirstOrThrow()
    expect(row.transports).toEqual(['internal'])
    await press(page, 'Sign out')
    await page.goto(named(site, paths.signInForm()))
    await press(page, 'Sign in with a passkey')
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  })
})

describe('what goes wrong is said on the page, and can be tried again', () => {
  test('no passkey, none unlocked, one that is there, a server that refuses', async ({ site }) => {
    const { page, unlock } = await aDevice(site)
    const button = 'Sign in with a passkey'
    await page.goto(named(site, paths.signInForm()))
    await press(page, button)
    expect(await said(page, button)).toContain('no passkey for this site was found')

    await addFirst(site, page)
    await add(page, 'The same')
    expect(await said(page, 'Add a passkey')).toContain('holds a passkey for your account already')
    await add(page, '')
    await page.getByRole('alert').getByText('Give the passkey a name.').waitFor()
    await expectAccessible(page)

    await press(page, 'Sign out')
    await page.goto(named(site, paths.signInForm()))
    await unlock(false)
    await press(page, button)
    expect(await said(page, button)).toContain('Nothing was done: it was cancelled')
    await expectAccessible(page)
    await unlock(true)

    await site.db.updateTable('account').set({ disabled_at: new Date() }).execute()
    await press(page, button)
    await page.getByRole('alert').getByText('This passkey was not accepted').waitFor()
    await site.db.updateTable('account').set({ disabled_at: null }).execute()
    await press(page, button)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  })

  test('a server that is away, and one that has had enough', async ({ site }) => {
    const { page } = await aDevice(site)
    const button = 'Sign in with a passkey'
    await page.goto(named(site, paths.signInForm()))
    const challenge = `**${paths.passkeySignInChallenge}`
    await page.route(challenge, async (route) => await route.fulfill({ status: 404, body: 'x' }))
    await press(page, button)
    expect(await said(page, button)).toContain('the server did not answer')
    await page.unroute(challenge)
    await page.evaluate(async (path) => {
      for (let i = 0; i < 61; i++) await fetch(path, { method: 'POST' })
    }, paths.passkeySignInChallenge)
    await press(page, button)
    await expect.poll(async () => await said(page, button)).toContain('Too many attempts')
  })
})

describe('without a script, or without passkeys', () => {
  test('nothing is offered that cannot be used', async ({ site }) => {
    const page = await site.open(paths.healthz, { javaScript: false })
    await signInByLink(site, page)
    await page.goto(named(site, paths.settings))
    expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0)
    await page.getByText('Adding one takes a browser that offers passkeys').waitFor()
    await press(page, 'Sign out')
    await page.goto(named(site, paths.signInForm()))
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
  })

  test('an address of numbers says why, and where there are some', async ({ site }) => {
    const page = await site.open(paths.signInForm())
    await page.getByText('this address is a number').waitFor()
    const link = page.getByRole('link', { name: /^http:\/\/localhost/ })
    await link.click()
    await page.waitForURL(named(site, paths.home))
  })
})
