import { formatDate } from '@anjiao/shared/calendar'
import type { DebitWindow } from '@anjiao/shared/contract/debit-batches'

/** When the bank may debit: `2026年11月26日 9–17 点`. */
export const windowText = ({ debitOn, fromHour, toHour }: DebitWindow): string =>
  `${formatDate(debitOn)} ${fromHour}–${toHour} 点`

export const sharedTexts = {
  onlyFinance: '由财务办理。您可以查看，也可以核对放行。',
  room: '房屋',
  owner: '业主',
  account: '账户',
  accountOf: (bankName: string, lastDigits: string) => `${bankName} 尾号 ${lastDigits}`,
  amount: '金额',
} as const
