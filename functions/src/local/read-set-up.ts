import { parseArgs } from 'node:util'
import { businessDate } from '@anjiao/shared/calendar'
import { type Fen, parseYuan } from '@anjiao/shared/money'
import { type StaffRole, staffRoles } from '@anjiao/shared/vocabulary'
import type { SetUp } from './set-up-community.ts'

/** What is wrong with how a command was called, for the person who called it. */
export class WrongCall extends Error {}

/** Reads the words of `npm run set-up`. Throws WrongCall with a sentence that says what is missing or wrong. */
export function readSetUp(args: string[]): SetUp {
  const one = { type: 'string' } as const
  const many = { type: 'string', multiple: true, default: [] as string[] } as const
  const { values } = parseArgs({
    args,
    options: {
      company: one,
      community: one,
      hotline: one,
      address: one,
      mchid: one,
      appid: one,
      staff: many,
      'end-staff': many,
      lpr: many,
      'equal-price': one,
      'sms-price': one,
      'letter-price': one,
    },
  })
  const { company, community, hotline, address, mchid, appid, staff, 'end-staff': endStaff, lpr } = values
  const equalPrice = values['equal-price']
  if (!company || !community) throw new WrongCall('请用 --company 和 --community 写明公司和小区。')
  if (!mchid !== !appid) throw new WrongCall('--mchid 和 --appid 要一起写。')
  if (equalPrice !== undefined && equalPrice !== 'yes' && equalPrice !== 'no')
    throw new WrongCall('--equal-price 写 yes 或 no：当地是否要求同一小区同一收费。')
  return {
    company,
    community,
    hotline,
    address,
    merchant: mchid && appid ? { mchid, appid } : undefined,
    staff: staff.map(readPost),
    endStaff,
    loanPrimeRates: lpr.map(readLoanPrimeRate),
    equalPrice: equalPrice === undefined ? undefined : equalPrice === 'yes',
    smsFen: readPrice('sms-price', values['sms-price']),
    letterFen: readPrice('letter-price', values['letter-price']),
  }
}

const roleOf = new Map<string, StaffRole>(
  (Object.keys(staffRoles) as StaffRole[]).flatMap((role) => [
    [role, role],
    [staffRoles[role], role],
  ]),
)

/** `林会计:13900000001:财务,项目经理`. */
function readPost(text: string): SetUp['staff'][number] {
  const [name = '', phone = '', written = ''] = text.split(/[:：]/)
  const roles = written.split(/[,，]/).map((role) => roleOf.get(role.trim()))
  if (!name || !/^1[3-9]\d{9}$/.test(phone) || roles.includes(undefined)) {
    throw new WrongCall(
      `--staff “${text}”应写成 姓名:手机号:岗位，岗位为 ${Object.values(staffRoles).join('、')}，多个用逗号分开。`,
    )
  }
  return { name, phone, roles: roles.filter((role) => role !== undefined) }
}

/** `0.05`: what one message costs, in yuan. */
function readPrice(option: string, text: string | undefined): Fen | undefined {
  if (text === undefined) return undefined
  const price = parseYuan(text)
  if (price === undefined || price < 0 || price > dearestFen)
    throw new WrongCall(`--${option} “${text}”应写成一条的价钱，单位元，0 到 100，例如 0.05。`)
  return price
}

/** Above a hundred yuan a message somebody has mistaken the unit. */
const dearestFen = 10_000

/** `2026-11-20=3.00`: the day from which it holds, and per cent a year. */
function readLoanPrimeRate(text: string): SetUp['loanPrimeRates'][number] {
  const [, day = '', whole = '', part = ''] =
    /^(\d{4}-\d{2}-\d{2})=(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  const yearlyPpm = Number(whole) * 10_000 + Number(part.padEnd(2, '0')) * 100
  try {
    if (yearlyPpm > 0) return { fromDate: businessDate(day), yearlyPpm }
  } catch {
    // Said below: a day that is not in the calendar is as wrong as any other text.
  }
  throw new WrongCall(`--lpr “${text}”应写成 日期=年利率，例如 2026-11-20=3.00。`)
}
