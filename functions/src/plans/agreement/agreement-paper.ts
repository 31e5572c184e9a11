import { type BusinessDate, formatDate, formatPeriod } from '@anjiao/shared/calendar'
import type { Paper, PaperPart } from '@anjiao/shared/contract/paper'
import type { Instalment } from '@anjiao/shared/instalments'
import { mayBePastLimitation } from '@anjiao/shared/limitation'
import { type Fen, formatYuan, sumFen, zeroFen } from '@anjiao/shared/money'
import type { LateFeeTerms } from '@anjiao/shared/vocabulary'

export interface AgreementCharge {
  readonly feeItem: string
  readonly fromDate: BusinessDate
  readonly toDate: BusinessDate
  readonly dueDate: BusinessDate
  readonly openFen: Fen
  /** A late fee beside the debt, which falls away when the plan is kept. */
  readonly waived: boolean
}

/** Everything the agreement says; nothing else goes into its text. */
export interface AgreementFacts {
  readonly number: string
  readonly today: BusinessDate
  readonly company: string
  readonly hotline: string
  readonly officeAddress: string
  readonly communityName: string
  readonly roomName: string
  readonly ownerName: string
  /** The phone of the owner who signs, e.g. `138****0002`. */
  readonly phoneMasked: string
  /** e.g. `业主委员会公示栏，2026年11月`. */
  readonly policyPublishedAs: string
  readonly charges: readonly AgreementCharge[]
  /** Whether the owner chose the charges; otherwise the company did, with its offer. */
  readonly chosenByOwner: boolean
  readonly instalments: readonly Instalment[]
  readonly lateFee: LateFeeTerms
  readonly graceDays: number
  readonly toleranceFen: Fen
  readonly cureDays: number
  readonly movesMax: number
  readonly moveDaysMax: number
}

/**
 * The text of an instalment agreement (分期缴纳协议), complete and in plain words: parties, the debt acknowledged line by
 * line, schedule, late fee, what happens when an instalment is missed, what stays open to dispute, what signing does to the
 * limitation period, how it is signed and delivered, how to leave it. The same facts always make the same text.
 */
export function agreementPaper(facts: AgreementFacts): Paper {
  const debt = facts.charges.filter(({ waived }) => !waived)
  const parts: PaperPart[] = [
    heading('一、双方'),
    {
      kind: 'facts',
      rows: [
        { label: '甲方（物业）', text: facts.company },
        { label: '联系电话', text: facts.hotline || '见小程序首页' },
        { label: '办公地点', text: facts.officeAddress || '物业服务中心' },
        { label: '乙方（业主）', text: facts.ownerName },
        { label: '房屋', text: `${facts.communityName} ${facts.roomName}` },
        { label: '签署人身份', text: '业主本人' },
      ],
    },
    heading('二、双方确认的欠费'),
    paragraph(`截至${formatDate(facts.today)}，下列账单还没有缴清，合计 ${formatYuan(total(debt))} 元：`),
    chargeTable(debt),
    ...waivedParts(facts),
    heading('三、分期安排'),
    paragraph(`上述欠费分 ${facts.instalments.length} 次缴清，合计与欠费相等，不加收利息和手续费：`),
    instalmentTable(facts.instalments),
    paragraph(
      '通过微信、现金、转账等任何方式缴到上述账单的钱，都先算作最早的一期。可以提前缴，也可以随时一次缴清。以后新出的账单不在本协议内，按各自的缴费日缴纳。',
    ),
    heading('四、违约金'),
    paragraph(lateFeeWords[facts.lateFee]),
    heading('五、没有按期缴纳时'),
    paragraph(missedWords(facts)),
    paragraph('甲方不会因为欠费停水、停电、停气、停暖，也不会限制门禁、电梯和停车（民法典第九百四十四条）。'),
    heading('六、改期与再协商'),
    paragraph(moveWords(facts)),
    heading('七、异议和减免的保留'),
    paragraph(
      `签署本协议，不表示乙方放弃对任何一笔账单提出异议、申请困难减免的权利。乙方提出异议或申请减免的账单，在甲方答复以前暂停催缴、不计违约金，也不因本协议中断而提前到期；因此没有缴的部分不算没有按期，甲方答复后 ${facts.graceDays} 天内补上即可。确有错误的，甲方更正账单，多缴的退还或转为预存。`,
    ),
    heading('八、诉讼时效'),
    {
      kind: 'notice',
      text: '签署本协议，表示乙方同意缴纳上述欠费，这些欠费的诉讼时效从签署之日起重新计算（民法典第一百九十五条）。',
    },
    ...oldDebtParts(debt, facts),
    heading('九、签署、送达与副本'),
    paragraph(
      '双方同意采用电子方式签署：乙方在小程序里看过全文、逐项勾选同意项，并由微信当场核对乙方登记的手机号，即为签署；系统同时记下本文本的 SHA-256 摘要和时间，文本如有一个字改动，摘要就会不同。双方同意这样的签署与手写签名具有同等效力（电子签名法第三条、第十三条、第十四条）。',
    ),
    paragraph(
      '乙方勾选同意的，有关本协议的通知发到小程序和下列手机号，发到即为送达；没有勾选的，甲方以书面方式送到下列地址。手机号或地址有变，请告诉甲方。',
    ),
    {
      kind: 'facts',
      rows: [
        { label: '乙方送达手机号', text: facts.phoneMasked },
        { label: '乙方送达地址', text: `${facts.communityName} ${facts.roomName}` },
      ],
    },
    paragraph('签署后，乙方可以随时在小程序里查看、下载本协议，也可以到物业前台领取纸质副本。'),
    heading('十、个人信息'),
    paragraph(
      '为签署和履行本协议，甲方使用乙方的姓名、房屋、欠费和登记手机号，不向无关的人提供。本协议不使用银行卡等信息；如以后办理代扣，需另行单独同意。',
    ),
    paragraph(`本协议依据甲方公布的分期办法（${facts.policyPublishedAs}）订立。`),
  ]
  return { title: '物业费分期缴纳协议', under: `编号 ${facts.number}　${formatDate(facts.today)}`, parts }
}

const heading = (text: string): PaperPart => ({ kind: 'heading', text })
const paragraph = (text: string): PaperPart => ({ kind: 'paragraph', text })
const total = (charges: readonly AgreementCharge[]): Fen => sumFen(charges.map(({ openFen }) => openFen))

const chargeTable = (charges: readonly AgreementCharge[]): PaperPart => ({
  kind: 'table',
  columns: ['收费项目', '账期', '原缴费日', '未缴金额（元）'],
  ends: 1,
  rows: [
    ...charges.map(({ feeItem, fromDate, toDate, dueDate, openFen }) => [
      feeItem,
      formatPeriod({ from: fromDate, to: toDate }),
      formatDate(dueDate),
      formatYuan(openFen),
    ]),
    ['合计', '', '', formatYuan(total(charges))],
  ],
})

function waivedParts({ charges }: AgreementFacts): PaperPart[] {
  const waived = charges.filter((charge) => charge.waived)
  if (waived.length === 0) return []
  return [paragraph('下列违约金不计入分期，全部按约缴完后免收：'), chargeTable(waived)]
}

const instalmentTable = (instalments: readonly Instalment[]): PaperPart => ({
  kind: 'table',
  columns: ['期次', '缴费日', '金额（元）'],
  ends: 1,
  rows: [
    ...instalments.map(({ no, dueDate, amountFen }) => [
      no === 0 ? '首付' : `第 ${no} 期`,
      formatDate(dueDate),
      formatYuan(amountFen),
    ]),
    ['合计', '', formatYuan(sumFen(instalments.map(({ amountFen }) => amountFen)))],
  ],
})

const lateFeeWords: Readonly<Record<LateFeeTerms, string>> = {
  held: '按本协议缴纳期间，上述账单不计违约金。签署以前已经产生的违约金，列在第二条里的按期缴纳。物业服务合同没有约定违约金的，本来就不收。',
  waived_when_kept:
    '按本协议缴纳期间，上述账单不计违约金。全部按约缴完的，签署以前产生的违约金也免收。物业服务合同没有约定违约金的，本来就不收。',
}

function missedWords({ graceDays, toleranceFen, cureDays, instalments }: AgreementFacts): string {
  const short =
    toleranceFen > zeroFen ? `差额不超过 ${formatYuan(toleranceFen)} 元的，视为已缴，最后一期补齐。` : ''
  const down = instalments.some(({ no }) => no === 0)
    ? '首付没有按时缴的，本协议不生效，各账单恢复原缴费日。'
    : ''
  const cure =
    cureDays > 0
      ? `中断后 ${cureDays} 天内补上到期的部分，本协议继续有效，可以补一次。`
      : '中断后可以与甲方重新协商。'
  return `每一期过了缴费日，还有 ${graceDays} 天的宽限。${short}宽限期满仍未缴的，本协议中断：没有缴的账单恢复原来的缴费日，从中断的次日起按物业服务合同计算违约金（合同有约定的），但按约缴纳的那些天不补计。${cure}${down}`
}

function moveWords({ movesMax, moveDaysMax }: AgreementFacts): string {
  const move =
    movesMax > 0
      ? `遇到一时困难，乙方可以在小程序里把某一期往后改，最多 ${moveDaysMax} 天，共 ${movesMax} 次，改期记录是本协议的一部分。`
      : ''
  return `${move}情况有较大变化的，乙方可以申请困难减免，或与甲方协商变更、解除本协议；一次缴清后，本协议随之结束。`
}

function oldDebtParts(
  debt: readonly AgreementCharge[],
  { today, chosenByOwner }: AgreementFacts,
): PaperPart[] {
  const old = debt.filter((charge) => mayBePastLimitation(charge.dueDate, today))
  if (old.length === 0) return []
  return [
    {
      kind: 'notice',
      text: `其中 ${old.length} 笔、合计 ${formatYuan(total(old))} 元的缴费日已经超过三年，可能已过诉讼时效。已过时效的，您本来可以不缴；签署后，一般不能再以时效为由不缴（民法典第一百九十二条）。${chosenByOwner ? '您可以返回，只选其他账单。' : '您可以不用这个方案，自己只选其他账单申请分期。'}`,
    },
  ]
}
