import type { noticeGoals } from '@anjiao/shared/contract/notices'
import type { DomainEventKind } from '../../platform/domain-events.ts'

type Payload = Readonly<Record<string, unknown>>

interface Answer {
  /** 办理事项. */
  readonly matter: string
  /** 办理结果, at most five characters: a `phrase` of WeChat's. */
  readonly result: (payload: Payload) => string
  readonly text: (payload: Payload) => string
  readonly goal: keyof typeof noticeGoals
  /** Which id of the payload it leads to. */
  readonly id: string
  /** Not only its owner: whoever of the home is told of their money may have asked. */
  readonly toFamily?: true
}

const plan = (result: string, text: string): Answer => ({
  matter: '分期缴费',
  result: () => result,
  text: () => text,
  goal: 'plan',
  id: 'planId',
})
const relief = (result: string, text: string): Answer => ({
  matter: '困难减免',
  result: () => result,
  text: () => text,
  goal: 'relief',
  id: 'applicationId',
})

const planAnswers: Readonly<Record<string, readonly [result: string, text: string]>> = {
  approve: ['已同意', '您的分期申请同意了。请看协议，签好就生效。'],
  counter: ['有新方案', '物业建议换一个分期方案，请看看合不合适。'],
  refuse: ['没有同意', '您的分期申请没有同意，原因写在里面。也可以再商量。'],
}
const unclear = ['有新消息', '您的分期申请有新消息。'] as const
const planAnswer = ({ answer }: Payload) => planAnswers[String(answer)] ?? unclear

/** What residents are told of what happened to what they asked for. What is not here, nobody is told by itself. */
export const answers: Partial<Record<DomainEventKind, Answer>> = {
  'plan-offered': plan('有新方案', '物业为您准备了一个分期方案，请看看合不合适。'),
  'plan-answered': {
    ...plan('', ''),
    result: (payload) => planAnswer(payload)[0],
    text: (payload) => planAnswer(payload)[1],
  },
  'plan-lapsed': plan('没有生效', '首付没有在约定的日子缴到，分期没有生效。可以再申请。'),
  'plan-broken': plan('已中断', '有一期没有缴到，分期先停下了。补上就能继续。'),
  'plan-cured': plan('已恢复', '您补上了，分期照常继续。'),
  'plan-kept': plan('已缴完', '分期全部缴完了，谢谢您。'),
  'deferral-answered': {
    matter: '延期缴费',
    result: ({ granted }) => (granted === true ? '已同意' : '没有同意'),
    text: ({ granted }) =>
      granted === true ? '您的延期申请同意了。' : '您的延期申请没有同意，原因写在里面。也可以再商量。',
    goal: 'deferral',
    id: 'deferralId',
  },
  'relief-returned': relief('请补材料', '减免申请还差一点材料，差什么写在里面。'),
  'relief-decided': {
    ...relief('', ''),
    result: ({ state }) => (state === 'granted' ? '已同意' : '没有同意'),
    text: ({ state }) =>
      state === 'granted'
        ? '您的减免申请同意了。'
        : state === 'refused'
          ? '您的减免申请没有同意，原因写在里面。不同意的，可以请另外的人重新看一次。'
          : '您的减免申请没有同意，原因写在里面。也可以到前台商量别的办法。',
  },
  'relief-expiring': relief('快要到期', '您的减免快要到期了。还有困难的，可以再申请。'),
  'relief-lapsed': relief('已经结束', '您的减免已经结束。还有困难的，可以再申请。'),
  'relief-reversed': relief('已经更正', '您的减免有更正，请打开看看，或问物业前台。'),
  'relief-stopped': relief('已经停止', '您的减免停止了，以后的账单照常。请打开看看，或问物业前台。'),
  'dispute-answered': {
    matter: '账单异议',
    result: ({ outcome }) => (outcome === 'corrected' ? '已更正' : '已答复'),
    text: ({ outcome }) =>
      outcome === 'corrected' ? '您问的那笔账单已经更正。' : '您问的那笔账单，物业答复了。',
    goal: 'dispute',
    id: 'disputeId',
  },
  'debit-failed': {
    matter: '银行代扣',
    result: () => '没有扣成',
    text: () =>
      '这次没有从您的银行账户扣成，不用着急，也不影响什么：可以在微信里缴，或到前台缴。为什么没有扣成，点开就能看到。',
    goal: 'debit',
    id: 'batchId',
  },
  'refund-paid': {
    matter: '退款',
    result: () => '已退款',
    text: () => '给您退的钱已经退回。退到哪里、退了多少，点开就能看到。',
    goal: 'payment',
    id: 'refundId',
    toFamily: true,
  },
  'advance-return-answered': {
    matter: '退还预存款',
    result: ({ agreed }) => (agreed === true ? '已同意' : '没有同意'),
    text: ({ agreed }) =>
      agreed === true
        ? '您的预存款同意退还了。退多少、退到哪里，点开就能看到。'
        : '这次没有退还您的预存款，原因写在里面。也可以到前台当面商量。',
    goal: 'advance',
    id: 'returnId',
  },
  'complaint-answered': {
    matter: '提醒意见',
    result: () => '已答复',
    text: () => '您对一条提醒有意见，物业经理答复了，点开就能看到。',
    goal: 'notice',
    id: 'noticeId',
    toFamily: true,
  },
}
