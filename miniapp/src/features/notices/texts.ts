export const noticesTexts = {
  title: '消息',
  unopened: (count: number) => `${count > 99 ? '99+' : count} 条没看`,
  unread: '没看过',
  waitsForAnswer: '等答复',
  answered: '有答复',
  none: '还没有消息',
  noneHint: '出了账单、缴了费、申请有了结果，都会写在这里，一直留着。',
  more: '再看更早的',
  reminders: '消息与提醒',
  settings: '提醒设置',
  settingsHint: '几点提醒、怎么称呼您',
} as const
