import type { Paper } from '@anjiao/shared/contract/paper'

const spread = '物业服务费（含公共能耗分摊、电梯运行维护、二次供水，按 2025 年第三季度实际抄表数）'

/** A long agreement with everything a paper may hold, over several pages. */
export function anAgreement(owner = '欧阳㛃'): Paper {
  const instalments = Array.from({ length: 60 }, (_, at) => [
    `第 ${at + 1} 期`,
    at % 9 === 4 ? spread : '物业服务费',
    `20${27 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15`,
    `${1_234 + at * 17}.50`,
  ])
  return {
    title: '物业服务费分期缴纳协议',
    under: '编号 2026-000123　2026 年 11 月 23 日',
    parts: [
      {
        kind: 'facts',
        rows: [
          { label: '物业服务人', text: '阳光物业服务有限公司' },
          { label: '统一社会信用代码', text: '91310000MA1FL0XXXX' },
          { label: '业主', text: owner },
          {
            label: '房屋',
            text: '上海市浦东新区张杨路 500 弄阳光花园 3 幢 2 单元 1204 室（含地下车位 B2-117）',
          },
        ],
      },
      { kind: 'heading', text: '一、欠缴的费用' },
      {
        kind: 'paragraph',
        text: '双方确认，截至 2026 年 11 月 23 日，业主尚未缴纳的物业服务费共计 4,158.00 元，明细见下表。“本协议”所称违约金，按《物业服务合同》第八条计算；业主按期履行本协议期间，物业服务人不另行计收违约金。',
      },
      { kind: 'heading', text: '二、分期安排' },
      {
        kind: 'notice',
        text: '请特别留意：任何一期超过三十日未缴的，物业服务人可以书面通知解除本协议，届时剩余款项一次到期。解除之前，物业服务人会先联系您，问清缘由。',
      },
      { kind: 'table', columns: ['期次', '费用', '应缴日期', '金额（元）'], ends: 2, rows: instalments },
      { kind: 'heading', text: '三、其他' },
      { kind: 'paragraph', text: '业主可以随时提前缴清剩余款项，不另收取任何费用。'.repeat(40) },
      { kind: 'notice', text: '本协议不影响业主依法享有的权利。' },
      {
        kind: 'facts',
        rows: [
          { label: '甲方', text: '阳光物业服务有限公司' },
          { label: '乙方', text: owner },
        ],
      },
    ],
  }
}
