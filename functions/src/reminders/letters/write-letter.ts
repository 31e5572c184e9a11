import { type BusinessDate, formatDate, formatPeriod } from '@anjiao/shared/calendar'
import type { NoticeWords } from '@anjiao/shared/contract/notices'
import type { PaperPart } from '@anjiao/shared/contract/paper'
import { disputeTerms } from '@anjiao/shared/dispute-terms'
import type { ChargeId, DeliveryId } from '@anjiao/shared/ids'
import { mayBePastLimitation } from '@anjiao/shared/limitation'
import { type Fen, formatYuan, sumFen, zeroFen } from '@anjiao/shared/money'
import { type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import type { Letter } from '../../platform/documents/documents.ts'
import type { AskedCharge, ToldSubject } from '../notices/told.ts'
import type { Addressee, Writer } from './letter-facts.ts'

/** Everything a letter says; nothing else goes into it. */
export interface LetterFacts {
  readonly deliveryId: DeliveryId
  readonly kind: NoticeKind
  readonly today: BusinessDate
  readonly writer: Writer
  readonly addressee: Addressee
  /** The community's own wording, filled, a paragraph each. */
  readonly paragraphs: readonly string[]
  readonly subject: ToldSubject
  readonly words: NoticeWords
}

/** Exactly what was printed, kept with the delivery: printing again prints this. */
export interface SentLetter {
  readonly channel: 'letter'
  readonly letter: Letter
  /** What it asks for, each with what was open of it then; their sum is what it names as total. */
  readonly charges: readonly { readonly id: ChargeId; readonly openFen: Fen }[]
  readonly totalFen: Fen | null
}

/**
 * A letter (纸质信), whole: who writes to whom, the community's own words, every charge with what is open of it and their sum,
 * how to pay with and without a phone, and what to do when one cannot, or does not agree. From outside only name and address
 * can be read. The same facts always make the same letter. Pure.
 */
export function writeLetter(facts: LetterFacts): SentLetter {
  const { deliveryId, kind, today, writer, addressee, paragraphs, subject } = facts
  const { company, office, hotline } = writer
  const number = `编号 XH-${String(deliveryId).padStart(6, '0')}`
  const asked = 'charges' in subject ? subject.charges.toSorted(oldestDueFirst) : []
  const totalFen =
    'charges' in subject
      ? sumFen(asked.map(({ openFen }) => openFen))
      : subject.about === 'instalment'
        ? subject.leftFen
        : null
  const letter: Letter = {
    company,
    contact: joined(office, hotline && `电话 ${hotline}`),
    sender: joined(company, office),
    addressee: [`${addressee.community} ${addressee.room}`, `${addressee.name}　收`],
    title: noticeKinds[kind].label,
    under: `${number}　${formatDate(today)}`,
    ...inOrder(paragraphs),
    parts: [
      ...(asked.length > 0 ? chargeParts(asked, facts) : factParts(facts.words)),
      ...(totalFen === null ? [] : [...payParts(writer), ...helpParts]),
    ],
    foot: joined(number, hotline && `有疑问请打 ${hotline}`),
  }
  return { channel: 'letter', letter, charges: asked.map(({ id, openFen }) => ({ id, openFen })), totalFen }
}

const joined = (...texts: readonly string[]): string => texts.filter(Boolean).join('　')

const oldestDueFirst = (a: AskedCharge, b: AskedCharge): number =>
  a.dueDate === b.dueDate ? a.id - b.id : a.dueDate < b.dueDate ? -1 : 1

/** A wording's own greeting at its beginning, and its names and dates at its end, stand where a letter has them. */
function inOrder(paragraphs: readonly string[]): Pick<Letter, 'greeting' | 'body' | 'closing'> {
  const [first = ''] = paragraphs
  const greeting = first.endsWith('：') ? first : ''
  const rest = greeting === '' ? paragraphs : paragraphs.slice(1)
  const ends = rest.findLastIndex((words) => /[。！？；：]$/.test(words)) + 1
  return { greeting, body: rest.slice(0, ends), closing: rest.slice(ends) }
}

const heading = (text: string): PaperPart => ({ kind: 'heading', text })
const paragraph = (text: string): PaperPart => ({ kind: 'paragraph', text })

function chargeParts(asked: readonly AskedCharge[], { today, writer, addressee }: LetterFacts): PaperPart[] {
  const sum = (charges: readonly AskedCharge[]) => sumFen(charges.map(({ openFen }) => openFen))
  return [
    heading(`账单明细（截至${formatDate(today)}）`),
    {
      kind: 'table',
      columns: ['收费项目', '费用期间', '缴费日', '待缴（元）'],
      ends: 1,
      rows: [
        ...asked.map(({ feeItem, isLateFee, fromDate, toDate, dueDate, openFen }) => [
          isLateFee ? '违约金' : feeItem,
          formatPeriod({ from: fromDate, to: toDate }),
          formatDate(dueDate),
          formatYuan(openFen),
        ]),
        ['合计', '', '', formatYuan(sum(asked))],
      ],
    },
    ...lateFeeParts(sum(asked.filter(({ isLateFee }) => isLateFee)), addressee.otherLateFeeFen, writer),
    ...oldParts(asked.filter(({ dueDate }) => mayBePastLimitation(dueDate, today)).length),
  ]
}

/** 违约金 only as it stands in the books, with the clause that it rests on (民法典 585). */
function lateFeeParts(askedFen: Fen, otherFen: Fen, { lateFeeClause }: Writer): PaperPart[] {
  if (askedFen === zeroFen && otherFen === zeroFen) return []
  const asked = askedFen > zeroFen ? `合计里有违约金 ${formatYuan(askedFen)} 元。` : ''
  const other =
    otherFen > zeroFen ? `另有已经记账的违约金 ${formatYuan(otherFen)} 元，没有算在上面的合计里。` : ''
  const clause = lateFeeClause === null ? '' : `依据是${lateFeeClause}。`
  return [paragraph(`${asked}${other}${clause}怎么算的，小程序里有明细；觉得过高的，可以请求调减。`)]
}

function oldParts(old: number): PaperPart[] {
  if (old === 0) return []
  return [
    paragraph(
      `其中 ${old} 笔的缴费日已经超过三年，可能已过诉讼时效。已过时效的，您可以不缴；愿意缴的，我们照收（民法典第一百九十二条）。`,
    ),
  ]
}

const factParts = ({ facts }: NoticeWords): PaperPart[] => [
  { kind: 'facts', rows: facts.map(({ label, value }) => ({ label, text: value })) },
]

const payParts = ({ office, hotline }: Writer): PaperPart[] => [
  heading('怎么缴'),
  {
    kind: 'facts',
    rows: [
      { label: '用微信', text: '在微信里搜索小程序“安缴”，每一笔怎么算的都能看到，也可以在里面缴。' },
      {
        label: '到前台',
        text: `${office || '物业服务中心'}，现金、刷卡、转账都可以。不方便来的，家人代办也行。`,
      },
      ...(hotline ? [{ label: '打电话', text: `${hotline}，来之前可以先问一问办公时间。` }] : []),
    ],
  },
]

const helpParts: readonly PaperPart[] = [
  heading('一次缴不了，或者有疑问'),
  {
    kind: 'facts',
    rows: [
      {
        label: '缴不了',
        text: '可以申请分期或延期；生活有困难的，可以申请减免。在小程序里申请，或到前台当面说，都可以。',
      },
      {
        label: '有疑问',
        text: `可以对任何一笔提出异议，也可以到前台当面核对。我们 ${disputeTerms.replyDays} 天内答复；答复以前，那一笔不再提醒，也不计违约金。还是不同意的，可以请社区的人民调解委员会调解。`,
      },
      { label: '已经缴了', text: '谢谢您，请不用理会这封信。' },
    ],
  },
]
