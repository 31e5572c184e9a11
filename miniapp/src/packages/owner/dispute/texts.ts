import type { DisputeState } from '@anjiao/shared/vocabulary'

export const texts = {
  title: '疑问的答复',
  steps: { asked: '已提交', answer: '物业核对', result: '答复', withdrawn: '已撤回' },
  replyBy: (day: string) => `${day}前答复您。`,
  answer: '物业的答复',
  answeredOn: '答复于',
  asked: '您问的',
  charge: '问的是这一笔',

  paused: '答复之前，这一笔不催您缴，也不计违约金。',
  photoDays: (days: number) => `答复后 ${days} 天内删除。`,
  notClearHint:
    '还是不清楚，可以打电话或到物业前台当面问，也可以再提一次，或请社区人民调解委员会调解，不收钱。',
  again: '再提一次',
  withdraw: '撤回疑问',
  withdrawAsk: '撤回后物业不再答复，照片马上删除，这一笔照常缴。要撤回吗？',
  withdrawn: '已撤回',
  gone: '没有找到这条疑问',
  goneHint: '可能是用别的微信提的。请到物业前台查一下。',
  frontDesk: '到小区物业前台当面问，工作人员帮您查。',
} as const

/** Where a dispute stands, and what comes next. */
export const stateTexts: Readonly<Record<DisputeState, string>> = {
  open: '物业正在核对。',
  corrected: '您说得对，物业已经更正。',
  explained: '物业已经答复，请看下面。',
  withdrawn: '您已撤回。',
}
