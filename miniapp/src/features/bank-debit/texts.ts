export const doorTexts = {
  title: '银行代扣',
  hint: '到日子自动从银行卡缴，随时能停',
  given: (lastDigits: string) => `已开通，尾号 ${lastDigits}`,
} as const
