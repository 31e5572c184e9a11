/** What a company promises to whoever says that a charge is wrong. In days. */
export const disputeTerms = {
  /** Until it has to be answered. The law of Hangzhou (杭州市物业管理条例 50); our own rule elsewhere. */
  replyDays: 10,
  /** From the answer until its photos are deleted: by then it was disputed again, or is settled. */
  photoDays: 30,
} as const
