export const disputeTexts = {
  ask: '对这笔有疑问',
  waiting: '您问的，物业还没答复',
  waitingHint: '答复之前，这一笔不催您缴，也不计违约金。',
  replyBy: (day: string) => `${day}前答复您。`,
} as const
