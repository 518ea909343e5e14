import { describe, expect, test as plainTest } from 'vitest'
import { createLog, describeError } from '#server/http/log.ts'
import { paths } from '#server/paths.ts'
import { anApp } from '#test/support/app.ts'
import { test } from '#test/support/database.ts'

describe('the log', () => {
  plainTest('is one parseable line for each entry, whatever a visitor sends', () => {
    const lines: string[] = []
    const log = createLog('info', (line) => lines.push(line))
    log.info('request', { path: '/a\r\n{"level":"error"}\u001b[31m' })
    log.debug('dropped')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^[^\n\r\u001b]+\n$/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', event: 'request' })
  })

  plainTest('tells the code and the cause of an error', () => {
    const error = Object.assign(new Error('late', { cause: new Error('why') }), { code: '57014' })
    expect(describeError(error)).toMatchObject({
      error: 'Error',
      message: 'late',
      code: '57014',
      cause: 'why',
    })
  })

  test('has a line for each request, without query and without token', async ({ db }) => {
    const { app, lines } = anApp({ db })
    await app.request(`${paths.signIn('s'.repeat(43))}?q=secret`)
    expect(lines).toEqual([
      expect.objectContaining({ event: 'request', path: '/sign-in/…', status: 404, level: 'info' }),
    ])
    expect(JSON.stringify(lines)).not.toMatch(/sss|secret/)
  })

  test('notes what the content security policy stopped, cut short', async ({ db }) => {
    const { app, lines } = anApp({ db })
    const body = JSON.stringify([{ type: 'csp-violation', body: { sample: 'x'.repeat(2000) } }])
    const answer = await app.request(paths.cspReports, { method: 'POST', body })
    expect(answer.status).toBe(204)
    const report = lines.find(({ event }) => event === 'content security policy')?.['report']
    expect(report).toHaveLength(500)
  })
})
