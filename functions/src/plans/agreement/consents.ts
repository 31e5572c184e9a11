import type { Consent } from '@anjiao/shared/contract/consent'
import { Refusal } from '../../platform/refusal.ts'

const always: readonly Consent[] = [
  { key: 'debt', text: '我已看清欠费明细，以及每一期的日期和金额', required: true },
  { key: 'limitation', text: '我知道签署后，诉讼时效会重新计算', required: true },
  { key: 'signature', text: '我同意用微信核对手机号的方式签署', required: true },
  { key: 'delivery', text: '有关这份协议的通知，发到小程序和我登记的手机号（可以不选）', required: false },
]
const forOldDebt: Consent = {
  key: 'old_debt',
  text: '我知道其中有超过三年的账单，仍愿意一起分期缴',
  required: true,
}

/** What is to be consented to, each by a tick of its own (个人信息保护法 14; 民法典 496); old debt only where there is some. */
export const consentsFor = (hasOldDebt: boolean): Consent[] =>
  hasOldDebt ? [...always, forOldDebt] : [...always]

/** The consents that were ticked, in their words. Refused as `consent-missing` while a required one is not. */
export function given(asked: readonly Consent[], ticked: readonly string[]): Consent[] {
  if (asked.some(({ key, required }) => required && !ticked.includes(key)))
    throw new Refusal('consent-missing')
  return asked.filter(({ key }) => ticked.includes(key))
}
