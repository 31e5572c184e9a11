/** Of the main package: what leads to plans from the first page and from where one pays. */
export const wayTexts = {
  cannotPayAtOnce: '一次缴不了？可以分期',
  cannotPayHint: '分几个月缴，或者晚些日子缴，都可以商量',
  next: '分期：下一期',
  on: (date: string) => `缴费日 ${date}`,
  down: '分期：首付',
  grace: '还在宽限期内，现在缴算按时',
  sign: '看方案，决定要不要签',
  replyBy: (date: string) => `最晚 ${date} 答复您`,
  broken: '分期中断了，补上就能继续',
  until: (date: string) => `最晚 ${date}`,
} as const
