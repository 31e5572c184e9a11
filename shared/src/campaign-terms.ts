/** What a campaign is narrowed by and what may be done with it, in words that are the same wherever they are read. */

/** How a home stands with instalment plans. */
export const planHistories = { any: '不限', never: '没办过分期的', broken: '分期中断过的' } as const

/** Whether reminders have reached a home before. */
export const reachedBefore = { any: '不限', reached: '以前提醒送到过的', never: '从没送到过的' } as const

/** What somebody may do with a campaign. */
export const campaignMoves = {
  edit: '修改',
  submit: '提交',
  approve: '批准',
  send_back: '退回修改',
  take_back: '收回修改',
  start: '马上开始',
  pause: '暂停',
  resume: '继续发',
  stop: '停止',
} as const
export type CampaignMove = keyof typeof campaignMoves
