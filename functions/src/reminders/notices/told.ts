import {
  type BusinessDate,
  businessDateAt,
  formatDate,
  formatPeriod,
  timeOfDayAt,
} from '@anjiao/shared/calendar'
import type { NoticeWords } from '@anjiao/shared/contract/notices'
import type { WordingValue } from '@anjiao/shared/contract/wordings'
import type { ChargeId, PaymentAttemptId, PaymentId, PlanId } from '@anjiao/shared/ids'
import { type Fen, formatYuan, sumFen } from '@anjiao/shared/money'
import type { DomainEventKind } from '../../platform/domain-events.ts'
import { answers } from './answers.ts'
import type { ComingDebit } from './notice-subject.ts'

/** A charge that a notice asks for, as it is open now. */
export interface AskedCharge {
  readonly id: ChargeId
  /** 违约金, whether it came with a roll or was posted for another charge. */
  readonly isLateFee: boolean
  readonly feeItem: string
  readonly fromDate: BusinessDate
  readonly toDate: BusinessDate
  readonly dueDate: BusinessDate
  readonly openFen: Fen
}

/** What a notice is about, as the books have it at the moment in which it is told. */
export type ToldSubject =
  | { readonly about: 'bill' | 'reminder'; readonly charges: readonly AskedCharge[] }
  | {
      readonly about: 'instalment'
      readonly planId: PlanId
      readonly no: number
      readonly of: number
      readonly dueDate: BusinessDate
      readonly leftFen: Fen
    }
  | {
      readonly about: 'payment'
      readonly paymentId: PaymentId
      /** Null: it was paid elsewhere. */
      readonly attemptId: PaymentAttemptId | null
      readonly amountFen: Fen
      readonly paidAt: Date
      readonly items: readonly string[]
    }
  | {
      readonly about: 'answer'
      readonly event: DomainEventKind
      readonly payload: Readonly<Record<string, string | number | boolean | null>>
    }
  | ({ readonly about: 'debit' } & ComingDebit)

export type WordingValues = Partial<Readonly<Record<WordingValue, string>>>

/** What a notice says in the mini-program, and what the fields of a template may be filled with. */
export interface Told {
  readonly words: NoticeWords
  readonly values: WordingValues
}

/** Puts a subject into words: plain, and of a kind that shames nobody who lets others look at their phone. Pure. */
export function told(subject: ToldSubject, today: BusinessDate): Told {
  switch (subject.about) {
    case 'bill':
    case 'reminder':
      return tellCharges(subject.about, subject.charges, today)
    case 'instalment':
      return tellInstalment(subject, today)
    case 'payment':
      return tellPayment(subject)
    case 'answer':
      return tellAnswer(subject)
    case 'debit':
      return tellDebit(subject)
  }
}

function tellCharges(about: 'bill' | 'reminder', charges: readonly AskedCharge[], today: BusinessDate): Told {
  const item = named([...new Set(charges.map(({ feeItem }) => feeItem))])
  const amount = formatYuan(sumFen(charges.map(({ openFen }) => openFen)))
  const dues = charges.map(({ dueDate }) => dueDate).sort()
  const due = formatDate(dues[0] ?? today)
  const from = charges.map(({ fromDate }) => fromDate).sort()[0] ?? today
  const to =
    charges
      .map(({ toDate }) => toDate)
      .sort()
      .at(-1) ?? today
  const period = formatPeriod({ from, to })
  const isPast = (dues[0] ?? today) < today
  return {
    words: {
      ...chargesWords(about, isPast),
      facts: [
        { label: '项目', value: item },
        { label: '费用期间', value: period },
        { label: '待缴金额', value: `${amount} 元` },
        { label: isPast ? '最早到期' : '缴费日', value: due },
      ],
      goal: 'bills',
      goalId: null,
    },
    values: { item, period, amount, due_date: due },
  }
}

function chargesWords(about: 'bill' | 'reminder', isPast: boolean): Pick<NoticeWords, 'title' | 'text'> {
  if (about === 'bill')
    return { title: '新账单', text: '新的账单出来了。每一笔是怎么算的，点开就能看到；有疑问可以直接问。' }
  return isPast
    ? {
        title: '账单待查看',
        text: '有账单过了缴费日。方便的时候请看一看；一次缴不了，可以分期、延期，有困难可以申请减免。',
      }
    : { title: '快到缴费日了', text: '下面的账单快到缴费日了。已经安排好的，不用理会这条消息。' }
}

function tellInstalment(
  { planId, no, of, dueDate, leftFen }: Extract<ToldSubject, { about: 'instalment' }>,
  today: BusinessDate,
): Told {
  const amount = formatYuan(leftFen)
  const instalment = no === 0 ? '首付' : `第 ${no} 期，共 ${of} 期`
  const due = formatDate(dueDate)
  const isPast = dueDate < today
  return {
    words: {
      title: isPast ? '这一期还没缴' : '分期快到日子了',
      text: isPast
        ? '这一期过了约定的日子，几天之内补上，分期照常。有难处可以改一次日子，或问物业前台。'
        : '您的分期有一期快到日子了。',
      facts: [
        { label: '期数', value: instalment },
        { label: '这期金额', value: `${amount} 元` },
        { label: '约定日期', value: due },
      ],
      goal: 'plan',
      goalId: planId,
    },
    values: { instalment, amount, due_date: due, item: '分期缴费' },
  }
}

function tellPayment({
  attemptId,
  amountFen,
  paidAt,
  items,
}: Extract<ToldSubject, { about: 'payment' }>): Told {
  const amount = formatYuan(amountFen)
  const when = `${formatDate(businessDateAt(paidAt))} ${timeOfDayAt(paidAt)}`
  const item = items.length > 0 ? named(items) : '预存'
  return {
    words: {
      title: '缴费成功',
      text: '钱已收到，谢谢您。',
      facts: [
        { label: '项目', value: item },
        { label: '缴费金额', value: `${amount} 元` },
        { label: '缴费时间', value: when },
      ],
      goal: attemptId === null ? 'payment' : 'attempt',
      goalId: attemptId,
    },
    values: { item, paid_amount: amount, paid_at: when },
  }
}

function tellAnswer({ event, payload }: Extract<ToldSubject, { about: 'answer' }>): Told {
  const answer = answers[event]
  if (!answer) throw new Error(`nobody is told of ${event}`)
  const [result, id] = [answer.result(payload), payload[answer.id]]
  return {
    words: {
      title: `${answer.matter}${result}`,
      text: answer.text(payload),
      facts: [
        { label: '事项', value: answer.matter },
        { label: '结果', value: result },
      ],
      goal: answer.goal,
      goalId: typeof id === 'number' ? id : null,
    },
    values: { matter: answer.matter, result },
  }
}

function tellDebit({ amountFen, debitOn, fromHour, toHour, lastDigits }: ComingDebit): Told {
  const amount = formatYuan(amountFen)
  const day = formatDate(debitOn)
  return {
    words: {
      title: '银行代扣通知',
      text: '按您的授权，到这一天从您的银行账户扣缴到期的账单。不想扣，点开这条消息，点一下“停止代扣”就行；也可以现在自己缴，缴过的不会再扣。',
      facts: [
        { label: '扣款金额', value: `${amount} 元` },
        { label: '扣款日期', value: `${day} ${fromHour}:00–${toHour}:00` },
        { label: '扣款账户', value: `尾号 ${lastDigits}` },
      ],
      goal: 'debit',
      goalId: null,
    },
    values: { item: '银行代扣', amount, due_date: day, account: lastDigits },
  }
}

/** `物业服务费`, or of several `物业服务费等 3 项`. */
const named = (items: readonly string[]): string =>
  items.length > 1 ? `${items[0]}等 ${items.length} 项` : (items[0] ?? '')
