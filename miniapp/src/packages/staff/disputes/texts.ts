import type { DisputeState } from '@anjiao/shared/vocabulary'

export const texts = {
  list: '异议',
  states: '异议状态',
  rule: '有异议的账单，答复以前不催缴、不计违约金；同一户的其他账单照常缴。',
  room: '房屋',
  owner: '业主',
  about: '异议',
  charge: '账单',
  amount: '应缴',
  reply: '答复期限',
  answered: '答复时间',
  none: '—',
} as const

export const emptyTexts: Readonly<Record<DisputeState, { readonly title: string; readonly hint?: string }>> =
  {
    open: { title: '没有等待答复的异议', hint: '业主在账单明细里提出异议后，会出现在这里。' },
    corrected: { title: '没有更正过的账单' },
    explained: { title: '没有答复过的异议' },
    withdrawn: { title: '没有撤回的异议' },
  }
