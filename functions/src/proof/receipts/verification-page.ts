import { formatDate } from '@anjiao/shared/calendar'
import { formatYuan, zeroFen } from '@anjiao/shared/money'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import type { VerifiedReceipt } from './verify-receipt.ts'

interface Verdict {
  readonly tone: 'good' | 'bad'
  readonly title: string
  readonly words: string
}

/**
 * The page that the QR code of a receipt leads to: whoever scans it with WeChat has no mini-program open, and may be a bank
 * or a neighbour. Plain, large, without a script. Pure.
 */
export function verificationPage(receipt: VerifiedReceipt | undefined): string {
  const { tone, title, words } = verdictOn(receipt)
  const facts = (receipt ? factsOf(receipt) : [])
    .map(([label, text]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`)
    .join('')
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>收据查验</title>
<style>
  :root { color-scheme: light dark }
  body { margin: 0 auto; max-width: 32rem; padding: 1.5rem; font: 1.25rem/1.6 system-ui, sans-serif }
  h1 { font-size: 1.75rem; line-height: 1.3; border-left: .4rem solid; padding-left: .8rem }
  .good h1 { border-color: #0a7d46 } .bad h1 { border-color: #c2410c }
  dl { border-top: 1px solid #8886 } dl div { display: flex; gap: 1rem; padding: .6rem 0; border-bottom: 1px solid #8886 }
  dt { flex: none; width: 5em; opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
</style>
<body class="${tone}">
<h1>${escaped(title)}</h1>
<p>${escaped(words)}</p>
${facts && `<dl>${facts}</dl>`}
</body>
</html>
`
}

function verdictOn(receipt: VerifiedReceipt | undefined): Verdict {
  if (!receipt)
    return {
      tone: 'bad',
      title: '没有查到这张收据',
      words: '二维码可能不完整，也可能收据不是我们开的。请到物业前台核对，先不要凭它付款。',
    }
  if (receipt.returnedFen === zeroFen)
    return {
      tone: 'good',
      title: '这张收据是真的',
      words: '请核对：纸上的编号和金额，要和下面的一样。',
    }
  if (receipt.returnedFen < receipt.amountFen)
    return {
      tone: 'bad',
      title: '这张收据是真的，其中一部分已退款',
      words: `收款以后退回了 ${formatYuan(receipt.returnedFen)} 元。`,
    }
  return { tone: 'bad', title: '这张收据已经作废', words: '这笔钱收款以后已经全部退回或冲销。' }
}

const factsOf = (receipt: VerifiedReceipt): [label: string, text: string][] => [
  ['编号', receiptNumber(receipt.number)],
  ['金额', `${formatYuan(receipt.amountFen)} 元`],
  ['大写', `人民币${receipt.amountCapitals}`],
  ['收款日期', formatDate(receipt.paidOn)],
  ['收款单位', receipt.company],
  ['小区', receipt.community],
  ['楼栋', receipt.building],
]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')
