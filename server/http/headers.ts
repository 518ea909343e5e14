import type { MiddlewareHandler } from 'hono'
import { type AppEnv, isSecure } from './context.ts'

const off = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

/**
 * The headers of every answer, whatever its status.
 *
 * No nonce and no inline script anywhere, so that public pages can be cached. The referrer stays on
 * our own site: with `no-referrer` browsers send `Origin: null` with our own forms, which the
 * cross-site check has to refuse where Sec-Fetch-Site is missing (plain http on a local network).
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-to csp",
  'Reporting-Endpoints': 'csp="/csp-reports"',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': off.map((feature) => `${feature}=()`).join(', '),
  'X-Frame-Options': 'DENY',
}

/**
 * What pages that may stand in others' pages answer instead: framed by anybody, no scripts and no forms.
 * Fonts and styles are asked for by the page itself, so they keep the policy of our own site.
 */
export const embedHeaders: Readonly<Record<string, string | undefined>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; " +
    "base-uri 'none'; frame-ancestors *; report-to csp",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Frame-Options': undefined,
  'X-Robots-Tag': 'noindex',
}

const hsts = 'max-age=63072000; includeSubDomains'

/** Put the headers on whatever comes back: pages, parts, files, redirects, errors. Must run first. */
export const sendSecurityHeaders =
  (baseUrl: string | undefined): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
    if (c.var.isEmbed === true) sendEmbedHeaders(c.res.headers)
    if (isSecure(baseUrl)) c.res.headers.set('Strict-Transport-Security', hsts)
    c.res.headers.set('X-Request-Id', c.var.requestId)
    // Whoever is signed in sees pages that nobody else may be shown from a cache.
    if (c.var.viewer !== undefined) c.res.headers.set('Cache-Control', 'no-store')
    else if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-cache')
  }

function sendEmbedHeaders(headers: Headers): void {
  for (const [name, value] of Object.entries(embedHeaders))
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
}
