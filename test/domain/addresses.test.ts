import { expect, test } from 'vitest'
import { canonicalAddress } from '#server/domain/addresses.ts'

const one = 'https://paper.example/world/talks?id=7&page=2'

test.each([
  'http://paper.example/world/talks?id=7&page=2',
  'https://www.paper.example/world/talks/?page=2&id=7',
  'https://PAPER.example:443/world/talks?id=7&page=2#comments',
  'https://paper.example/world/talks?utm_source=x&id=7&fbclid=abc&page=2',
])('%s is the same document', (other) => {
  expect(canonicalAddress(other)).toBe(canonicalAddress(one))
})

test.each([
  'https://paper.example/world/talks?id=8&page=2',
  'https://paper.example/World/talks?id=7&page=2',
  'https://other.example/world/talks?id=7&page=2',
  'https://paper.example:8443/world/talks?id=7&page=2',
])('%s is another', (other) => {
  expect(canonicalAddress(other)).not.toBe(canonicalAddress(one))
})

test('what is no address is left as it is', () => {
  expect(canonicalAddress('no address')).toBe('no address')
})
