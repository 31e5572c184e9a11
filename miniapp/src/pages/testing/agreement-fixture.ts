import type { Paper } from '@anjiao/shared/contract/paper'
import type { PlanAgreement } from '@anjiao/shared/contract/plan-agreements'

/** Shorter than the real one, with a part of every kind. */
export const anAgreementPaper: Paper = {
  title: '物业费分期缴纳协议',
  under: '编号 FQ-20261125-000012　2026年11月25日',
  parts: [
    { kind: 'heading', text: '一、双方' },
    {
      kind: 'facts',
      rows: [
        { label: '甲方（物业）', text: '上海安居物业服务有限公司' },
        { label: '联系电话', text: '021-55550000' },
        { label: '乙方（业主）', text: '王建国' },
        { label: '房屋', text: '阳光花园 3栋 1单元 502' },
      ],
    },
    { kind: 'heading', text: '二、双方确认的欠费' },
    { kind: 'paragraph', text: '截至2026年11月25日，下列账单还没有缴清，合计 1,952.28 元：' },
    {
      kind: 'table',
      columns: ['收费项目', '账期', '原缴费日', '未缴金额（元）'],
      ends: 1,
      rows: [
        ['物业服务费', '2026年1月–9月', '2026-03-31', '1,952.28'],
        ['合计', '', '', '1,952.28'],
      ],
    },
    { kind: 'heading', text: '三、分期安排' },
    {
      kind: 'table',
      columns: ['期次', '缴费日', '金额（元）'],
      ends: 1,
      rows: [
        ['第 1 期', '2026年12月15日', '650.76'],
        ['第 2 期', '2027年1月15日', '650.76'],
        ['第 3 期', '2027年2月15日', '650.76'],
        ['合计', '', '1,952.28'],
      ],
    },
    { kind: 'heading', text: '八、诉讼时效' },
    {
      kind: 'notice',
      text: '签署本协议，表示乙方同意缴纳上述欠费，这些欠费的诉讼时效从签署之日起重新计算（民法典第一百九十五条）。',
    },
  ],
}

/** Not signed yet; three of its four consents are required. */
export const anAgreement = (over: Partial<PlanAgreement> = {}): PlanAgreement => ({
  number: 'FQ-20261125-000012',
  paper: anAgreementPaper,
  sha256: 'a'.repeat(64),
  consents: [
    { key: 'debt', text: '我已看清欠费明细，以及每一期的日期和金额', required: true },
    { key: 'limitation', text: '我知道签署后，诉讼时效会重新计算', required: true },
    { key: 'signature', text: '我同意用微信核对手机号的方式签署', required: true },
    { key: 'delivery', text: '有关这份协议的通知，发到小程序和我登记的手机号（可以不选）', required: false },
  ],
  signedAt: null,
  hasPdf: false,
  ...over,
})
