export const texts = {
  title: '消息记录',
  hint: '最近的 100 条。“已发出”只说明对方收下了，不能证明业主收到了。',
} as const
