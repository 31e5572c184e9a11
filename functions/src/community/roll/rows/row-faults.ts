/**
 * Why a row is left out. The code is what machines read; the sentence says to a person what to put right in the
 * file. `{column}` and `{value}` are the cell's, the rest is said by the rule that found the fault.
 */
export const rowFaults = {
  // Any row
  'room is missing': '没有填“{column}”，不知道是哪一户。请补填。',
  'room is not understood': '从“{column}”的“{value}”看不出是哪栋的哪一户。请写成“3栋1单元502”或“3-1-502”。',
  'cell holds a formula error': '“{column}”的公式没有算出结果（{value}）。请改成数值或文字。',
  'cell is merged with other rows': '“{column}”和别的行合并成了一格，分不清各是多少。请取消合并，逐行填写。',

  // 业主档案
  'owner name is missing': '没有填“{column}”。请补填业主姓名。',
  'area is not a number': '“{column}”填的是“{value}”，不是数字。请填写如 98.60 的面积。',
  'area has more than two decimals': '“{column}”的“{value}”超过两位小数。面积以 0.01 ㎡ 为最小单位，请改正。',
  'area is not positive': '“{column}”是“{value}”，面积应大于 0。请改正。',
  'area is too large': '“{column}”是“{value}”，超过 100 万㎡。请核对。',
  'rate is not a number': '“{column}”填的是“{value}”，不是数字。请填写每平方米每月的单价，如 2.20。',
  'rate has more than four decimals': '“{column}”的“{value}”超过四位小数。请改正。',
  'rate is not positive': '“{column}”是“{value}”，单价不能是负数。请改正。',
  'rate is too large': '“{column}”是“{value}”，超过每平方米每月 1000 元。请核对。',
  'duplicate room':
    '{room} 在“{otherSheet}”第 {otherRow} 行已经有了，一户只能登记一次。请核对后删去一行；共有人请写在同一行。',

  // 欠费明细
  'fee item is missing': '没有填“{column}”。请补填收费项目，如 物业服务费。',
  'period is missing': '没有填“{column}”，不知道欠的是哪一段时间。请补填。',
  'period is not understood': '“{column}”的“{value}”不是日期。请写成 2026-01-01 或 2026年1月。',
  'period ends before it starts': '费用期间从 {from} 到 {to}，结束早于开始。请改正。',
  'period overlaps another row':
    '{room} 的“{feeItem}”在“{otherSheet}”第 {otherRow} 行已有重叠的期间，会重复收费。若确是两笔，请用收费项目区分，如 车位A12停车费。',
  'amount is missing': '没有填“{column}”。请补填金额，没有就填 0。',
  'amount is not a number': '“{column}”填的是“{value}”，不是金额。请填写如 1234.50 的金额。',
  'amount has more than two decimals': '“{column}”的“{value}”不足一分钱。金额最多两位小数，请改正。',
  'amount is negative': '“{column}”是“{value}”，不能是负数。预存和退款请另外登记。',
  'amount is not positive': '“{column}”是“{value}”，没有应收的费用，无须导入。请删去这一行。',
  'amount is too large': '“{column}”是“{value}”，单笔超过 1 亿元。请核对。',
  'amount owed is not charged minus paid':
    '“{column}”是“{value}”，与应收 {charged} 减已收 {paid}（等于 {difference}）不符。请核对。',
  'no such room in the register': '业主档案里没有 {room}。请核对房号，或先在业主档案里补上这一户。',
  'its register row was rejected':
    '{room} 在业主档案（“{otherSheet}”第 {otherRow} 行）没有通过检查。请先改正那一行。',
} as const satisfies Record<string, string>

/** What is odd about a row that is kept all the same. */
export const rowDoubts = {
  'phone is not a mobile number': '“{column}”的“{value}”里有不是手机号的号码，已忽略；业主用它不能登录。',
  'handover date is not understood': '“{column}”的“{value}”不是日期，已留空。',
  'cell holds a formula error': '“{column}”的公式没有算出结果（{value}），已留空。',
  'rate is zero': '“{column}”是 0，这一户将不按面积收物业费。',
  'month may be October': '“{column}”的“{value}”按 1 月读取。若是 10 月，请写成 2026-10 这样的文字。',
  'owner differs from the register':
    '业主写的是“{value}”，业主档案里是“{ownerName}”。欠费记在业主档案的业主名下，请核对是否为前业主所欠。',
  'another community in the title': '标题写的是“{value}”，与“{community}”不同。请确认没有混入别的小区。',
} as const satisfies Record<string, string>

export type RowFault = keyof typeof rowFaults
export type RowDoubt = keyof typeof rowDoubts
export type Facts = Readonly<Record<string, string | number>>

/** A sentence with its facts filled in. */
export const sayWith = (sentence: string, facts: Facts): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
