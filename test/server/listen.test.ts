import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { listen } from '#server/listen.ts'

const local = { host: '127.0.0.1', port: 0 }

/** Answers after so many milliseconds, and tells whether it is ready. */
const anApp = (isReady: () => boolean) =>
  new Hono()
    .get('/slow/:ms', async (c) => {
      await sleep(Number(c.req.param('ms')))
      return c.text('done')
    })
    .get('/ready', (c) => c.text(String(isReady())))

const agent = new Agent({ keepAlive: true, maxSockets: 100 })

interface Answer {
  readonly text: string
  readonly connection: string | undefined
}

const ask = async (url: string): Promise<Answer> =>
  await new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ text, connection: answer.headers.connection }))
    }).on('error', reject)
  })

describe('draining', () => {
  test('20 running requests finish, 50 idle connections close, and nothing is cut off', async () => {
    const { origin, drain } = await listen(anApp, local)
    await Promise.all(Array.from({ length: 50 }, async () => await ask(`${origin}/ready`)))
    const running = Array.from({ length: 20 }, async () => await ask(`${origin}/slow/600`))
    await sleep(100)
    const start = performance.now()
    const inTime = await drain()
    const answers = await Promise.all(running)
    expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, () => 'done'))
    expect(new Set(answers.map(({ connection }) => connection))).toEqual(new Set(['close']))
    expect(inTime).toBe(true)
    expect(performance.now() - start).toBeLessThan(5000)
    await expect(ask(`${origin}/ready`)).rejects.toThrow('ECONNREFUSED')
  })

  test('it says that it is not ready before it stops answering', async () => {
    const { origin, isReady, drain } = await listen(anApp, local)
    expect((await ask(`${origin}/ready`)).text).toBe('true')
    const drained = drain()
    expect(isReady()).toBe(false)
    expect(await ask(`${origin}/ready`)).toEqual({ text: 'false', connection: 'close' })
    await drained
  })

  test('a request beyond the deadline is cut off, and that is told', async () => {
    const { origin, drain } = await listen(anApp, local)
    const cut = expect(ask(`${origin}/slow/5000`)).rejects.toThrow(/socket hang up|ECONNRESET/)
    await sleep(100)
    expect(await drain(400)).toBe(false)
    await cut
  })
})

test('a port in use is an error with that code', async () => {
  const { origin, drain } = await listen(anApp, local)
  const port = Number(new URL(origin).port)
  await expect(listen(anApp, { ...local, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await drain()
})
