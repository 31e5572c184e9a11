/** A number as people type it off a card, with its blanks. */
const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '')

/**
 * Reads the number of a bank account. A card of China UnionPay (62…, 16 to 19 digits) bears a check digit (ISO/IEC 7812-1,
 * Luhn); of passbooks and company accounts only the length is known, 10 to 32 digits. Undefined: it cannot be right.
 */
export function readBankAccount(typed: string): string | undefined {
  const digits = plain(typed)
  if (!/^\d{10,32}$/.test(digits) || /^0+$/.test(digits)) return undefined
  return isCard(digits) && !isLuhn(digits) ? undefined : digits
}

const isCard = (digits: string): boolean =>
  digits.startsWith('62') && digits.length >= 16 && digits.length <= 19

/** Every second digit from the right is doubled; all sum to a multiple of ten. */
function isLuhn(digits: string): boolean {
  let sum = 0
  for (const [at, digit] of Array.from(digits).reverse().entries()) {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** 尾号: what is shown of an account. */
export const lastDigitsOf = (account: string): string => account.slice(-4)
