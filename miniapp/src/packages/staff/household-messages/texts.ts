export const texts = {
  title: '消息记录',
  hint: '最近的在前。“已发出”只说明对方收下了，不能证明业主收到了。',
  older: '再往前看 100 条',
} as const
