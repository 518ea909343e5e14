import { constants } from 'node:zlib'
import { Hono } from 'hono'
import { type Asset, assets } from '#views/layout/assets.ts'
import { acceptedEncoding, compressWith } from './compress.ts'
import type { AppEnv } from './context.ts'

const FOREVER = 'public, max-age=31536000, immutable'

/** Compressed as far as it goes, once for each file and encoding, when first asked for. */
const compressed = new Map<string, Promise<Buffer>>()

function compressedOnce(asset: Asset, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const key = `${encoding} ${asset.address}`
  let body = compressed.get(key)
  if (body === undefined) {
    body = compressWith(encoding, asset.body, encoding === 'br' ? constants.BROTLI_MAX_QUALITY : 9)
    compressed.set(key, body)
  }
  return body
}

/** The files on the list of views/layout/assets.ts, each at its own address, and nothing else. */
export function staticRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const asset of assets.values()) {
    app.get(asset.address, async (c) => {
      const encoding = asset.compressible
        ? acceptedEncoding(c.req.header('Accept-Encoding'))
        : undefined
      const body = encoding === undefined ? asset.body : await compressedOnce(asset, encoding)
      const headers: Record<string, string> = {
        'Content-Type': asset.type,
        'Cache-Control': FOREVER,
        'Content-Length': String(body.length),
      }
      if (asset.compressible) headers['Vary'] = 'Accept-Encoding'
      if (encoding !== undefined) headers['Content-Encoding'] = encoding
      return c.body(new Uint8Array(body), 200, headers)
    })
  }
  return app
}
