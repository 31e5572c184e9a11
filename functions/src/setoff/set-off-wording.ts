import { createHash } from 'node:crypto'

/** Which words these are. A text that was agreed to keeps its own. */
export const setOffVersion = '2026-11'

const lines = [
  '打开以后，物业每次出新账单，就用您的预存款抵扣新账单：先抵到期早的，预存款不够就抵到用完为止。',
  '只用预存款，不会动您的微信和银行卡。打开以前已经出的账单不会自动抵扣。',
  '有异议的、正在申请减免或延期的、在分期里的、正在付款或正在银行代扣的账单，都不自动抵扣。',
  '每次抵了多少，在“预存的变动”和账单里都看得到。抵得不对，可以找物业更正。',
  '不打开没有任何影响：预存款一直留着，缴费时可以自己决定用不用。',
  '随时可以关，马上生效，不用说明原因；已经抵扣的账单不变。房屋过户以后自动停止。',
]

/** What an owner agrees to: for what, how, what is left out, what a no means, how to withdraw (民法典 496; 个人信息保护法 14, 15). */
export const setOffText = lines.join('\n')

/** Hexadecimal, of the UTF-8 bytes of the text. */
export const setOffSha256 = createHash('sha256').update(setOffText).digest('hex')
