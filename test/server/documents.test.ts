import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { DocumentError } from '#server/documents/document.ts'
import { parseDocument } from '#server/documents/parse-document.ts'
import { readDocument } from '#server/documents/read-document.ts'

const given = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: typeof content === 'string' ? strToU8(content) : content,
})

const read = async (name: string, content: string | Uint8Array) =>
  await parseDocument(given(name, content))

const sentence =
  'The minister said that the talks would open soon, and that nobody would be left out. '

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body><nav>Home News Sport</nav>${body}<footer>All rights reserved</footer></body></html>`

describe('a web page', () => {
  const article = `<article><h1>Talks open</h1>${`<p>${sentence}</p><p>Others were<br>not so sure.</p>`.repeat(8)}</article>`

  test('is read as its article, with what the page says of itself', async () => {
    const head =
      '<title>Talks open</title><meta property="og:site_name" content="The Paper">' +
      '<meta property="article:published_time" content="2015-12-15T10:00:00Z">' +
      '<meta name="author" content="Ana Alder and Bo Birch">' +
      '<link rel="canonical" href="https://paper.example/talks">'
    const { text, ...about } = await read('saved.html', page(head, article))
    expect(about).toEqual({
      title: 'Talks open',
      authors: ['Ana Alder', 'Bo Birch'],
      publisher: 'The Paper',
      published: '2015-12-15',
      language: 'en-GB',
      url: 'https://paper.example/talks',
    })
    expect(text).toContain(`${sentence.trim()}\n\nOthers were\nnot so sure.\n\n`)
    expect(text).not.toMatch(/Home News|rights reserved/)
  })

  test('keeps its encoding, and shows markup in it as words', async () => {
    const bytes = Buffer.from(
      page('<meta charset="windows-1252">', `<p>caf\u00e9 &lt;b&gt;${sentence}</p>`),
      'latin1',
    )
    expect((await read('a.html', bytes)).text).toContain('café <b>The minister')
  })

  test('runs nothing and takes no script for words', async () => {
    const hostile = `<script>throw 1</script><style>p{}</style><p onclick="x()">${sentence}</p><svg onload=alert(1)>`
    const { text } = await readDocument(given('a.html', page('', hostile)))
    expect(text).toBe(sentence.trim())
  })
})

describe('plain text', () => {
  test('gives its first line as title, its author and the first day it names', async () => {
    const text = `Talks open in Moscow\r\nBy Ana Alder and Bo Birch\r\nDec. 15, 2015 at 5:31 p.m.\r\n\r\n${sentence.repeat(5)}`
    expect(await read('a.txt', text)).toMatchObject({
      title: 'Talks open in Moscow',
      authors: ['Ana Alder', 'Bo Birch'],
      published: '2015-12-15',
      language: 'en',
      text: expect.stringMatching(/^Talks open in Moscow\nBy Ana/) as string,
    })
  })

  test.each([
    ['ru', 'Россия настаивает на том, что будущее Сирии должен определять сам сирийский народ. '],
    ['ar', 'قال الوزير إن المحادثات ستبدأ قريبا وإن أحدا لن يستبعد منها في جنيف هذا الشهر. '],
    ['zh', '部长说谈判很快就会开始，任何一方都不会被排除在外，各方都应当参加日内瓦的会议。'],
  ])('in %s is known by its letters', async (language, text) => {
    const read8 = await read('a.txt', text.repeat(6))
    expect(read8).toMatchObject({ language, text: text.repeat(6).trim() })
    const wide = Buffer.from(`\uFEFF${text.repeat(6)}`, 'utf16le')
    expect((await read('a.txt', wide)).text).toBe(read8.text)
  })

  test('that says nothing of itself leaves everything open', async () => {
    expect(await read('a.txt', 'Only this.')).toEqual({ text: 'Only this.' })
  })

  test('loses control characters and nothing else', async () => {
    expect((await read('a.txt', 'a\u0001b\tc\u00a0d\u200be')).text).toBe('ab c d\u200be')
  })
})

describe('other kinds of document', () => {
  test('a Word document is read with its changes accepted', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const word = zipSync({
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p>${run('We will ')}<w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:ins>${run('meet')}</w:ins>${run(' &amp; talk.')}</w:p><w:p>${run('Второй абзац.')}</w:p></w:body></w:document>`,
      ),
      'docProps/core.xml': strToU8(
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Communiqué</dc:title><dc:creator>Ana</dc:creator></cp:coreProperties>',
      ),
    })
    expect(await read('a.docx', word)).toEqual({
      text: 'We will meet & talk.\n\nВторой абзац.',
      title: 'Communiqué',
      authors: ['Ana'],
    })
  })

  test('a PDF gives the text of its pages', async () => {
    const pdf = [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj',
      '4 0 obj<</Length 44>>stream\nBT /F1 12 Tf 20 200 Td (We will meet.) Tj ET\nendstream endobj',
      '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
      'trailer<</Root 1 0 R>>\n%%EOF',
    ].join('\n')
    expect((await read('a.pdf', pdf)).text).toBe('We will meet.')
  })

  test('subtitles are read as running text, a rolling line once', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>We will meet</i>\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nWe will meet\r\nin Moscow.\r\n'
    expect((await read('a.srt', srt)).text).toBe('We will meet\nin Moscow.')
    const vtt =
      'WEBVTT\n\nNOTE not read\n\n00:01.000 --> 00:02.000 align:start\n<v Ana>We will meet.</v>\n'
    expect((await read('a.vtt', vtt)).text).toBe('We will meet.')
  })
})

describe('what cannot be read is refused with one sentence and the way out', () => {
  const refusal = async (name: string, content: string | Uint8Array) => {
    const error: unknown = await readDocument(given(name, content)).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(DocumentError)
    return (error as DocumentError).message
  }

  test.each([
    ['nothing', 'a.txt', '', /No text was found/],
    ['only white space', 'a.html', '<html><body> \n </body></html>', /No text was found/],
    ['a picture', 'a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /This is not text/],
    [
      'an old Word file',
      'a.doc',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
      /Save it as \.docx/,
    ],
    ['a packed file', 'a.docx', zipSync({ 'a.txt': strToU8('a') }), /no Word document/],
    ['a damaged PDF', 'a.pdf', '%PDF-1.7 nonsense', /could not be read/],
    ['a damaged Word file', 'a.docx', strToU8('PK\u0003\u0004nonsense'), /could not be read/],
    ['a text without end', 'a.txt', 'word '.repeat(500_000), /2,000,000 are kept/],
  ])('%s', async (_, name, content, message) => {
    expect(await refusal(name, content)).toMatch(message)
  })

  test('a bomb is not unpacked', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal('a.docx', bomb)).toMatch(/unpacks to more than 20 MB/)
  })
})
