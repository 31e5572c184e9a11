import { type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import type { AskOutcome } from './ask-outcome'
import type { AskMoment } from './use-subscription-ask'

export const askTexts = {
  how: '微信会问您一次。同意一次，只发一条；不同意也没关系，什么都不影响。',
  once: '微信会问您。同意一次，发一条。',
  yes: '要，请提醒我',
  toSettings: '去微信里打开',
  tellAgain: '再告诉物业一次',
  notAsked: '微信没有问您？可能以前选过“总是保持以上选择”。要改，点下面去微信里打开。',
} as const

export const questions: Readonly<Record<Exclude<AskMoment, 'settings'>, string>> = {
  paid: '下次出账单，要提醒吗？',
  bill: '以后缴费，要提醒吗？',
  plan: '每期到日子前，要提醒吗？',
  debit: '每次扣款前，要在微信里告诉您吗？',
}

/** What was agreed to, by name: one message of each. */
export function acceptedText(kinds: readonly NoticeKind[]): string {
  const named = kinds.map((kind) => `“${noticeKinds[kind].label}”`).join('、')
  return `好的，记下了。到时在微信里给您${kinds.length > 1 ? '各发' : '发'}一条${named}。`
}

/** What follows from any other answer. */
export const outcomeTexts: Readonly<Record<Exclude<AskOutcome, 'accepted'>, string>> = {
  untold: '您在微信里同意了，可是物业这边还没有收到。',
  refused: '好的，不提醒。以后想要，在首页“消息”的“提醒设置”里点一次就行。',
  'switched-off': '您的微信关了这个小程序的消息。想要提醒，请先打开。',
  offline: '网络没有连上，没有问成。等一会儿再点一次。',
  unavailable: '现在不能在微信里提醒您。消息都在首页的“消息”里，随时可以看。',
}
