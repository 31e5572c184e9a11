import Type, { type Static } from 'typebox'
import type { Journal } from './journal.ts'
import { openidOf } from './keys.ts'

/** A WeChat user of the emulated world. The name and the note are labels for whoever picks; WeChat tells us neither. */
export const Person = Type.Object({
  openid: Type.String(),
  name: Type.String(),
  phone: Type.String(),
  note: Type.String(),
})
export type Person = Readonly<Static<typeof Person>>

/** A person to add; without an openid one is made from name and phone. */
export const NewPerson = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 40 }),
  phone: Type.String({ pattern: '^1[0-9]{10}$' }),
  note: Type.Optional(Type.String({ maxLength: 80 })),
  openid: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
})
export type NewPerson = Static<typeof NewPerson>

export interface People {
  all(): Person[]
  byOpenid(openid: string): Person | undefined
  /** Adds a person, or renews the labels of the one with the same openid. */
  add(person: NewPerson): Person
}

export function createPeople(appid: string, journal: Journal, known: readonly Person[]): People {
  const byOpenid = new Map(known.map((person) => [person.openid, person]))
  return {
    all: () => [...byOpenid.values()],
    byOpenid: (openid) => byOpenid.get(openid),
    add: ({ name, phone, note = '', openid = openidOf(appid, `${name}|${phone}`) }) => {
      const person = { openid, name, phone, note }
      const before = byOpenid.get(openid)
      byOpenid.set(openid, person)
      if (JSON.stringify(before) !== JSON.stringify(person)) journal.record('person', openid, person)
      return person
    },
  }
}
