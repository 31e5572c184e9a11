import { expect, test } from 'vitest'
import { readPolicy } from './read-policy'

const source = '市物业条例'

test('what is left empty limits nothing', () => {
  expect(readPolicy({ months: '12', most: '', source }).policy).toEqual({
    monthsMost: 12,
    mostFen: null,
    publishedAs: source,
  })
  expect(readPolicy({ months: '', most: '5000', source }).policy).toEqual({
    monthsMost: null,
    mostFen: 500_000,
    publishedAs: source,
  })
})

test('a limit without its source is none, and what is no number of months or no sum is told', () => {
  expect(readPolicy({ months: '12', most: '', source: ' ' }).policy).toBeUndefined()
  expect(readPolicy({ months: '0', most: '', source })).toMatchObject({ wrong: { months: true } })
  expect(readPolicy({ months: '61', most: '', source })).toMatchObject({ wrong: { months: true } })
  expect(readPolicy({ months: '', most: '许多', source })).toMatchObject({ wrong: { most: true } })
})
