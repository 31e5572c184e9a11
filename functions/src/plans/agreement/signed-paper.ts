import { businessDateAt, formatDate, timeOfDayAt } from '@anjiao/shared/calendar'
import type { Consent } from '@anjiao/shared/contract/consent'
import type { Paper } from '@anjiao/shared/contract/paper'

export interface SignatureRecord {
  readonly number: string
  readonly signedAt: Date
  /** e.g. `138****1190` */
  readonly phoneMasked: string
  readonly consents: readonly Consent[]
  /** Hexadecimal, of the text above. */
  readonly sha256: string
}

/** An agreement with the record of its signing at the end (电子签名法 5–8: complete, unaltered, by whom and when). Pure. */
export function signedPaper(paper: Paper, record: SignatureRecord): Paper {
  const { number, signedAt, phoneMasked, consents, sha256 } = record
  return {
    ...paper,
    parts: [
      ...paper.parts,
      { kind: 'heading', text: '签署记录' },
      {
        kind: 'facts',
        rows: [
          { label: '协议编号', text: number },
          {
            label: '签署时间',
            text: `${formatDate(businessDateAt(signedAt))} ${timeOfDayAt(signedAt)}（北京时间）`,
          },
          { label: '签署方式', text: `微信当场核对手机号 ${phoneMasked}` },
          ...consents.map(({ text }, at) => ({ label: `同意事项 ${at + 1}`, text })),
          { label: '文本摘要', text: `SHA-256 ${sha256}` },
        ],
      },
      { kind: 'paragraph', text: '文本摘要由“签署记录”以前的全部文字算出。任何一个字的改动都会使摘要不同。' },
    ],
  }
}
