export const messageTexts = {
  from: (from: string, when: string) => `${from}，${when}`,
  notTold: '没有告诉住户，原因见下',
  openedAt: (when: string) => `${when} 点开`,
  unopened: '还没点开',
  sentAt: (when: string) => `${when} 发出`,
  to: (whom: string) => `发到 ${whom}`,
  proofAt: (proof: string, when: string) => `${proof}，${when}`,
  corrected: '（记错了，已更正）',
  receipt: (id: string) => `编号 ${id}`,
  note: (note: string) => `备注：${note}`,
  none: '还没有给这一户发过消息',
  noneHint: '账单、提醒、凭证、答复，发过的都会记在这里。',
} as const
