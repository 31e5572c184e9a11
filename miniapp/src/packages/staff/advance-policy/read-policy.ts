import type { NewAdvancePolicy } from '@anjiao/shared/contract/payments'
import { parseYuan } from '@anjiao/shared/money'

export interface PolicyDraft {
  readonly months: string
  readonly most: string
  readonly source: string
}

export const emptyPolicy: PolicyDraft = { months: '', most: '', source: '' }

/** As far as the server takes them. */
const [monthsMost, sumMostFen] = [60, 1_000_000_000]

/** Reads a limit as it is typed: what is left empty limits nothing. No policy while something is wrong or the source is missing. Pure. */
export function readPolicy({ months, most, source }: PolicyDraft): {
  readonly wrong: { readonly months: boolean; readonly most: boolean }
  readonly policy: NewAdvancePolicy | undefined
} {
  const count = /^[0-9]{1,2}$/.test(months) ? Number(months) : 0
  const sumFen = parseYuan(most)
  const wrong = {
    months: months !== '' && (count < 1 || count > monthsMost),
    most: most !== '' && (sumFen === undefined || sumFen < 0 || sumFen > sumMostFen),
  }
  if (wrong.months || wrong.most || source.trim() === '') return { wrong, policy: undefined }
  return {
    wrong,
    policy: {
      monthsMost: months === '' ? null : count,
      mostFen: most === '' || sumFen === undefined ? null : sumFen,
      publishedAs: source.trim(),
    },
  }
}
