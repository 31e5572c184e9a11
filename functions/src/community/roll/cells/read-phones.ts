import type { Cell } from '../workbook/cell.ts'
import { lineText } from './cell-text.ts'

const mobile = /(?<!\d)(?:(?:\+|00)?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g

/** 手机号. The mobile numbers of a cell, and whether digits are left over that are none. */
export interface Phones {
  readonly phones: readonly string[]
  readonly hasBad: boolean
}

/**
 * Finds every mobile number in a cell, however they are separated or grouped (`138 0013 8000`, `+86138…`,
 * `138…/139…（女儿）`), each once. Landlines and numbers of another length are left over: nobody can sign in by them.
 */
export function readPhones(cell: Cell | undefined): Phones {
  const text = lineText(cell)
  const phones = new Set<string>()
  const rest = text.replace(mobile, (_, start: string, middle: string, end: string) => {
    phones.add(start + middle + end)
    return ' '
  })
  return { phones: [...phones], hasBad: /\d/.test(rest) }
}
