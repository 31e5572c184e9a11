import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { readFileLink, signFileLink } from './file-links.ts'

const ours = { sessionSecret: 'a secret that only this test knows' }
const theirs = { sessionSecret: 'a secret that somebody else thought up' }
const expiresAt = new Date('2026-11-23T02:05:00Z')
const link = { kind: 'photo', community: 7 as CommunityId, id: 12, viewer: 5 as PersonId, expiresAt }
const before = new Date('2026-11-23T02:04:59Z')
const token = signFileLink(ours, link)
const forged = { code: 'not-found' }

const refusalOf = (given: string, now = before, kind = 'photo') => {
  try {
    readFileLink(ours, kind, given, now)
    return undefined
  } catch (error) {
    return error
  }
}

describe('a link to a file', () => {
  it('says until its time has passed which file it opens, and for whom', () => {
    expect(readFileLink(ours, 'photo', token, before)).toEqual(link)
    expect(refusalOf(token, expiresAt)).toMatchObject({ code: 'link-expired' })
  })

  it('fits into an address as it is', () => {
    expect(encodeURIComponent(token)).toBe(token)
    expect(token.length).toBeLessThanOrEqual(100)
  })

  it('changed in any one character is none', () => {
    for (let at = 0; at < token.length; at++)
      for (const other of ['0', '9', 'A', '_', '.']) {
        if (token[at] === other) continue
        expect(refusalOf(token.slice(0, at) + other + token.slice(at + 1))).toMatchObject(forged)
      }
  })

  it.each([
    ['signed with another secret', signFileLink(theirs, link)],
    ['without a proof', token.split('.').slice(0, -1).join('.')],
    ['with something behind it', `${token}A`],
    ['with nothing in it', ''],
    ['in place of which stands something else', 'eyJhbGciOiJub25lIn0.e30.'],
  ])('%s is none', (_, given) => {
    expect(refusalOf(given)).toMatchObject(forged)
  })

  it('to one kind of file opens no other', () => {
    expect(refusalOf(token, before, 'agreement')).toMatchObject(forged)
    expect(refusalOf(token, before, 'phot')).toMatchObject(forged)
  })
})
