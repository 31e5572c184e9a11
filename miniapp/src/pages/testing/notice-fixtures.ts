import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { ContactWishes, Notice, NoticeWords } from '@anjiao/shared/contract/notices'
import type { Subscription } from '@anjiao/shared/contract/subscriptions'
import type { NoticeKind } from '@anjiao/shared/notice-life'
import { type Answer, homePath, number } from './owner-server'

export const subscriptionsPath = '/v1/communities/1/subscriptions'

const billWords: NoticeWords = {
  title: '账单待查看',
  text: '有账单过了缴费日。方便的时候请看一看；一次缴不了，可以分期、延期，有困难可以申请减免。',
  facts: [
    { label: '项目', value: '物业服务费' },
    { label: '费用期间', value: '2026年1月–9月' },
    { label: '待缴金额', value: '1,952.28 元' },
    { label: '最早到期', value: '2026年3月31日' },
  ],
  goal: 'bills',
  goalId: null,
}

interface NoticeOver extends Partial<Omit<Notice, 'words'>> {
  words?: Partial<NoticeWords>
}

/** A reminder of a bill, of this morning, that nobody has opened. */
export const aNotice = ({ words, ...over }: NoticeOver = {}): Notice => ({
  id: number(50),
  kind: 'reminder',
  words: { ...billWords, ...words },
  toldAt: '2026-11-23T01:30:00Z',
  openedAt: null,
  complaint: null,
  ...over,
})

export const aComplaint = (answer = ''): NonNullable<Notice['complaint']> => ({
  text: '这笔我已经在前台缴过了。',
  answer,
  replyBy: businessDate('2026-12-03') satisfies BusinessDate,
  isNews: answer !== '',
})

/** So many notices, the newest first: `消息 40`, `消息 39`, … */
export const someNotices = (newest: number, count: number): Notice[] =>
  Array.from({ length: count }, (_, at) =>
    aNotice({
      id: number(newest - at),
      words: { title: `消息 ${newest - at}` },
      openedAt: '2026-11-23T02:00:00Z',
    }),
  )

const aSubscription = (kind: NoticeKind, left: number): Subscription => ({
  kind,
  templateId: `template-${kind}`,
  left,
  lastAskedAt: null,
})

/** Five kinds of messages, and nothing left of three of them. */
export const someSubscriptions: Subscription[] = [
  aSubscription('bill', 2),
  aSubscription('reminder', 0),
  aSubscription('instalment', 0),
  aSubscription('receipt', 1),
  aSubscription('answer', 0),
]

/** What the server would have a phone ask about. */
export const askAbout = (...kinds: NoticeKind[]) => ({
  ask: kinds.map((kind) => `template-${kind}`),
  subscriptions: someSubscriptions,
})

export const usualWishes = (over: Partial<ContactWishes> = {}): ContactWishes => ({
  writtenOnly: false,
  fromHour: 9,
  toHour: 20,
  address: '',
  ...over,
})

/** A home with two messages, one of them not opened, that may be asked about reminders. */
export const noticeAnswers: Readonly<Record<string, Answer>> = {
  [`GET ${homePath}/notices`]: {
    notices: [
      aNotice(),
      aNotice({
        id: number(49),
        kind: 'answer',
        words: {
          title: '分期缴费已同意',
          text: '您的分期申请同意了。请看协议，签好就生效。',
          facts: [],
          goal: 'plan',
          goalId: 12,
        },
        toldAt: '2026-11-20T06:05:00Z',
        openedAt: '2026-11-20T07:00:00Z',
      }),
    ],
    unopened: 1,
    next: null,
  },
  [`POST ${homePath}/notices/50/open`]: aNotice({ openedAt: '2026-11-23T02:00:00Z' }),
  [`GET ${subscriptionsPath}`]: askAbout('reminder', 'instalment', 'answer'),
  [`POST ${subscriptionsPath}`]: someSubscriptions,
  [`GET ${homePath}/contact-wishes`]: usualWishes(),
}
