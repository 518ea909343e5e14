import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

export interface CuttingProxy {
  readonly origin: string
  /** How many answers came from behind and were thrown away. */
  readonly cut: () => number
  readonly close: () => Promise<void>
}

/**
 * A network that fails at the worst moment: requests arrive behind it, and of the first answers, as many
 * as are given, not a byte comes back before the connection is reset.
 */
export async function aCuttingProxy(behind: string, answersToCut: number): Promise<CuttingProxy> {
  const { hostname, port } = new URL(behind)
  let cut = 0
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    client.pipe(upstream)
    upstream.on('data', (bytes: Buffer) => {
      if (cut < answersToCut) {
        cut++
        upstream.destroy()
        client.resetAndDestroy()
      } else client.write(bytes)
    })
    upstream.on('end', () => client.end())
    for (const socket of [client, upstream]) socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.close()
    await once(server, 'close')
  }
  const own = (server.address() as AddressInfo).port
  return { origin: `http://127.0.0.1:${own}`, cut: () => cut, close }
}
