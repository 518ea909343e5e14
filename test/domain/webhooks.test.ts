import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_ATTEMPTS, pauseAfter, signWebhook } from '#server/domain/webhooks.ts'
import { seeded } from '#test/support/seeded.ts'

test('a signature is the one that Standard Webhooks gives for its example', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek'
  const given = { secret, id, seconds: 1_614_265_330, body: '{"test": 2432232314}' }
  expect(signWebhook(given)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  expect(signWebhook({ ...given, seconds: 1_614_265_331 })).not.toBe(signWebhook(given))
  expect(signWebhook({ ...given, body: '{"test":2432232314}' })).not.toBe(signWebhook(given))
})

test('eight attempts take about a day, with growing pauses that chance makes longer', () => {
  expect(MOST_ATTEMPTS).toBe(8)
  const hours = (random: number) =>
    [1, 2, 3, 4, 5, 6, 7].reduce((sum, n) => sum + (pauseAfter(n, random) ?? 0), 0) / 3_600_000
  expect(hours(0)).toBeGreaterThan(20)
  expect(hours(0.999)).toBeLessThan(30)
  expect(pauseAfter(8, 0)).toBeUndefined()
  const chance = fc.double({ min: 0, max: 0.999, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), chance, chance, (n, a, b) => {
      expect(pauseAfter(n, a)).toBeLessThan(pauseAfter(n + 1, b) ?? 0)
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      expect(pauseAfter(n, less)).toBeLessThanOrEqual(pauseAfter(n, more) ?? 0)
    }),
    seeded(200),
  )
})
