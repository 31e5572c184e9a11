import { type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import type { Consent } from '@anjiao/shared/contract/consent'
import type { Paper, PaperPart } from '@anjiao/shared/contract/paper'
import { debitAccountKeptDays, debitHours, debitNoticeHours } from '@anjiao/shared/debit-life'
import { type Fen, formatYuan } from '@anjiao/shared/money'

/** Which words these are. A text that was agreed to keeps its own. */
export const mandateVersion = '2026-11'

export interface MandateFacts {
  readonly today: BusinessDate
  readonly company: string
  readonly hotline: string
  readonly officeAddress: string
  readonly communityName: string
  readonly roomName: string
  readonly ownerName: string
  readonly bankName: string
  readonly accountHolder: string
  readonly lastDigits: string
  readonly limitFen: Fen
  readonly feeItems: readonly string[]
}

/**
 * The text of a mandate (银行代扣授权书) and consent of its own for the account number, which is sensitive: one purpose, who
 * handles it, what data, how, how long, what it means, what a no means, how to withdraw (个人信息保护法 14–17, 28–30, 47). The
 * same facts always make the same text; the account number is in it by its last digits alone.
 */
export function mandatePaper(facts: MandateFacts): Paper {
  return {
    title: '银行代扣授权书',
    under: `${formatDate(facts.today)}　文本 ${mandateVersion}`,
    parts: [
      heading('一、您同意什么'),
      paragraph(
        `您同意由下面的银行账户，自动缴您自己这套房屋到期的${facts.feeItems.join('、')}。只为这一件事，不作别的用处。`,
      ),
      {
        kind: 'facts',
        rows: [
          { label: '收款方', text: facts.company },
          { label: '联系电话', text: facts.hotline || '见小程序首页' },
          { label: '办公地点', text: facts.officeAddress || '物业服务中心' },
          { label: '房屋', text: `${facts.communityName} ${facts.roomName}` },
          { label: '业主', text: facts.ownerName },
          { label: '开户行', text: facts.bankName },
          { label: '户名', text: facts.accountHolder },
          { label: '账号', text: `尾号 ${facts.lastDigits}` },
          { label: '每次最多', text: `${formatYuan(facts.limitFen)} 元` },
          { label: '可以扣的项目', text: facts.feeItems.join('、') },
        ],
      },
      heading('二、怎么扣'),
      paragraph(
        `每次扣款前至少 ${debitNoticeHours} 小时，物业告诉您金额、日期、账号尾号，以及怎么不扣；没有通知到，就不扣。只在 ${debitHours.from} 点到 ${debitHours.to} 点之间扣。超过您定的每次最多金额，这一次不扣，由您自己决定怎么缴。`,
      ),
      paragraph(
        '有异议的账单、正在申请减免或延期的账单、违约金，一律不代扣。已经签了分期的，只扣到期的这一期。别的方式已经缴了的，不会再扣；万一银行已经扣了，多扣的转为您的预存，可以退。',
      ),
      heading('三、您的账号怎么用'),
      paragraph(
        `银行账号是敏感个人信息。物业需要它，是因为银行要凭它扣款，没有它就不能代扣。物业使用的信息是：开户行、户名、账号。账号加密保存，页面上只显示尾号；只在扣款时交给物业的收款银行，不向其他人提供。`,
      ),
      paragraph(
        `保存到您撤回授权为止；撤回以后，为了与银行核对最后一次扣款，账号再保存 ${debitAccountKeptDays} 天，然后删除。这份授权书里只有尾号，保存三年备查。`,
      ),
      paragraph(
        `您可以随时查看、更正、要求删除这些信息，或要求物业说明怎么使用：在小程序“银行代扣”里办理，或打物业电话${facts.hotline ? ` ${facts.hotline}` : ''}。`,
      ),
      heading('四、不同意、想停，都可以'),
      { kind: 'notice', text: '不同意没有任何影响：物业服务照常，微信、转账、到前台缴，都和以前一样。' },
      paragraph(
        '想停的时候，在小程序“银行代扣”里点一下“停止代扣”，马上生效，不用说明原因。还没有交给银行的，都不再扣；已经交给银行的那一次如果仍然扣了，可以退还给您。',
      ),
    ],
  }
}

/** Each by a tick of its own, none ticked beforehand (个人信息保护法 14, 29). */
export const mandateConsents = (): Consent[] => [
  {
    key: 'debit',
    text: '我看过上面的全文，同意从这个账户代扣，也同意物业为此使用我的银行账号',
    required: true,
  },
  { key: 'own_account', text: '这个银行账户是我本人的', required: true },
]

const heading = (text: string): PaperPart => ({ kind: 'heading', text })
const paragraph = (text: string): PaperPart => ({ kind: 'paragraph', text })
