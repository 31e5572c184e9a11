import fc from 'fast-check'
import { expect, it } from 'vitest'
import { systemRandom } from '../random.ts'
import { seal, unseal } from './seal.ts'

const key = Buffer.alloc(32, 3)
const bytes = fc.uint8Array({ maxLength: 300 })
const name = fc.stringMatching(/^[a-z0-9/]{1,30}$/)

it('opens what was sealed, and seals the same bytes differently each time', () => {
  fc.assert(
    fc.property(bytes, name, (content, as) => {
      const [one, other] = [seal(key, as, content, systemRandom), seal(key, as, content, systemRandom)]
      expect(Buffer.from(unseal(key, as, one))).toEqual(Buffer.from(content))
      expect(one).not.toEqual(other)
    }),
  )
})

it('opens nothing that was changed in one bit, cut off, or made up', () => {
  fc.assert(
    fc.property(bytes, name, fc.nat(), fc.integer({ min: 0, max: 7 }), (content, as, at, bit) => {
      const changed = Buffer.from(seal(key, as, content, systemRandom))
      const place = at % changed.length
      changed[place] = (changed[place] ?? 0) ^ (1 << bit)
      expect(() => unseal(key, as, changed)).toThrow(/seal/)
      const cut = seal(key, as, content, systemRandom).subarray(0, place)
      expect(() => unseal(key, as, cut)).toThrow(/seal/)
      expect(() => unseal(key, as, content)).toThrow(/seal/)
    }),
  )
})

it('names the reason when another master key sealed it', () => {
  const sealed = seal(key, 'a', Buffer.of(1, 2), systemRandom)
  expect(() => unseal(Buffer.alloc(32, 4), 'a', sealed)).toThrow('another master key')
})
