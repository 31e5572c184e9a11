/** Minutes after which WeChat is asked again about a refund: a wallet has it at once, a bank in one to three working days. */
const minutes = [1, 5, 10, 30, 60, 180, 360]

/** When to ask again after so many times in vain. */
export const nextAskAt = (now: Date, tries: number): Date =>
  new Date(now.getTime() + (minutes[Math.min(tries, minutes.length - 1)] ?? 360) * 60_000)
