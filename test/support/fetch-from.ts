import { expect } from 'vitest'
import { DocumentError } from '#server/documents/document.ts'
import { fetchDocument, type FetchOptions } from '#server/documents/fetch-document.ts'
import type { TestServer } from './web-server.ts'

export const HOST = 'paper.test'

/** Every name leads to loopback, where only this server may be connected to. */
export const fetchFrom = async ({ port }: TestServer, path = '/', options: FetchOptions = {}) =>
  await fetchDocument(`http://${HOST}:${port}${path}`, {
    resolve: async () => ['127.0.0.1'],
    allowed: [`127.0.0.1:${port}`],
    ...options,
  })

/** The sentence with which a fetch is refused; it tells nothing of how the program works inside. */
export async function refusal(fetched: Promise<unknown>): Promise<string> {
  const error: unknown = await fetched.then(
    () => new Error('It was fetched.'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(DocumentError)
  const { message } = error as DocumentError
  expect(message).not.toMatch(/\d+\.\d+\.\d+\.\d+|Error:|\bat \/|E[A-Z]{6,}|HPE_/)
  return message
}

export const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)
