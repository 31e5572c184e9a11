import { addDays, type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import type { AccountStatement } from '@anjiao/shared/contract/account-statements'
import type { Paper, PaperPart } from '@anjiao/shared/contract/paper'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { movementKind, movementSubject, statementTotals } from '@anjiao/shared/statement-words'
import { entryKinds } from '@anjiao/shared/vocabulary'

/** A statement of account (对账单) as a paper. The same statement always makes the same text. Pure. */
export function statementPaper(statement: AccountStatement, today: BusinessDate): Paper {
  const { company, community, roomName, ownerMasked, from, to, opening, closing } = statement
  return {
    title: '对账单',
    under: `${formatDate(from)}到${formatDate(to)}`,
    parts: [
      {
        kind: 'facts',
        rows: [
          { label: '物业公司', text: company },
          { label: '房屋', text: `${community} ${roomName}` },
          { label: '户主', text: ownerMasked },
          { label: '出具日期', text: formatDate(today) },
        ],
      },
      heading('合计（元）'),
      table(
        ['项目', '', '欠费', '预存'],
        [
          [
            '期初',
            `${formatDate(addDays(from, -1))}结束时`,
            formatYuan(opening.openFen),
            formatYuan(opening.advanceFen),
          ],
          ...statementTotals(statement).map(({ kind, owedFen, advanceFen }) => [
            entryKinds[kind],
            '',
            moved(owedFen),
            moved(advanceFen),
          ]),
          ['期末', `${formatDate(to)}结束时`, formatYuan(closing.openFen), formatYuan(closing.advanceFen)],
        ],
      ),
      ...details(statement),
      {
        kind: 'paragraph',
        text: '欠费一栏：加号是多了要缴的，减号是缴掉、抵扣、减免或作废的。预存一栏：加号是存进来的，减号是用掉或退回的。期初加上各行，就是期末。对不上的，请告诉物业前台，或在小程序里对那一笔提出异议。',
      },
    ],
  }
}

const heading = (text: string): PaperPart => ({ kind: 'heading', text })
const table = (columns: string[], rows: string[][]): PaperPart => ({ kind: 'table', columns, ends: 2, rows })

function details({ movements }: AccountStatement): PaperPart[] {
  if (movements.length === 0) return [{ kind: 'paragraph', text: '这段时间没有账目。' }]
  return [
    heading('明细（元）'),
    table(
      ['日期', '事项', '欠费增减', '预存增减'],
      movements.map((movement) => [
        formatDate(movement.date),
        `${movementKind(movement)}　${movementSubject(movement)}`,
        moved(movement.owedFen),
        moved(movement.advanceFen),
      ]),
    ),
  ]
}

const moved = (amount: Fen): string =>
  amount === 0 ? '' : amount > 0 ? `+${formatYuan(amount)}` : formatYuan(amount)
