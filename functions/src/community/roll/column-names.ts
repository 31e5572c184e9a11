import { withoutSpaces } from './cells/cell-text.ts'

const fields = [
  'building',
  'unit',
  'room',
  'ownerName',
  'phone',
  'otherPhone',
  'area',
  'usage',
  'rate',
  'handoverDate',
  'feeItem',
  'period',
  'periodFrom',
  'periodTo',
  'charged',
  'paid',
  'owed',
  'remark',
] as const

/** What a column can hold. */
export type Field = (typeof fields)[number]

const names = (list: string): readonly string[] => list.trim().split(/\s+/)

/**
 * The names that property companies give their columns. To teach the import a new name, add it to its field: what
 * stands in brackets, spaces, line breaks, `*` and letter case do not matter. Where a sheet has several columns of
 * one field, the name that stands first here wins (a chargeable area goes before a built-up one). No name may stand
 * in two fields. The first name is also what a message calls the column when it is missing.
 */
export const columnNames: Readonly<Record<Field, readonly string[]>> = {
  building: names(`
    楼栋 楼栋号 楼号 栋号 幢号 座号 楼幢 楼座 栋 幢 座 楼宇 大楼 号楼 楼栋名称 楼宇名称 楼栋编号
    所属楼栋 所在楼栋 房屋楼栋 组团楼栋 栋座 楼
  `),
  unit: names(`单元 单元号 单元名称 单元编号 所属单元 所在单元 门洞 门栋 梯号`),
  room: names(`
    房号 室号 房间号 房屋号 房间 门牌号 门牌 户号 室 房屋 房屋编号 房间编号 房产 房产编号 房产名称
    房屋名称 房屋信息 资产编号
    资产名称 单元房号 楼栋房号 栋单元房号 楼栋单元房号 楼栋-单元-房号 楼栋/单元/房号 坐落 房屋坐落
    房屋地址 物业地址 地址 房屋位置 房源 住址 铺号 商铺号 房号全称 房屋全称
  `),
  ownerName: names(`
    业主姓名 业主 业主名称 姓名 户主 户主姓名 房主 产权人 产权人姓名 权利人 所有权人 购房人 客户名称
    客户姓名 客户 住户 住户姓名 住户名称 缴费人
  `),
  phone: names(`
    联系电话 手机号码 手机号 手机 电话 电话号码 移动电话 联系方式 联系手机 联系号码 业主电话
    业主手机 业主手机号 业主联系电话 业主联系方式 联系电话1 电话1 手机1 手机号1
  `),
  otherPhone: names(`备用电话 其他电话 第二电话 备用联系方式 联系电话2 电话2 手机2 手机号2 备用手机`),
  area: names(`
    计费面积 收费面积 建筑面积 产权面积 房屋面积 房产面积 物业面积 建面 面积 总面积 产权建筑面积
    房屋建筑面积 实测面积 实测建筑面积 房间面积
  `),
  usage: names(`
    房屋类型 房产类型 物业类型 房屋性质 房屋用途 使用性质 房屋类别 物业类别 业态 用途 性质 类型 类别
    房间类型 物业业态 物业性质
  `),
  rate: names(`
    收费标准 物业费标准 物业费单价 物业费收费标准 物业服务费标准 物业服务费单价 收费单价 单价
    物业服务收费标准 物业管理费标准 物业管理费单价 月单价 标准单价 费率 标准 收费价格 价格
  `),
  handoverDate: names(`
    交房日期 交房时间 交付日期 交付时间 收房日期 收房时间 接房日期 接房时间 交楼日期 收楼日期
    收楼时间 入伙日期 入伙时间 交楼时间 房屋交付日期 领房日期
  `),
  feeItem: names(`
    收费项目 费用项目 费用名称 收费项 费项 费项名称 费用类型 费用类别 费用科目 收费科目 欠费项目
    缴费项目 收费项目名称 收费名称 收费类型 收费类别 款项 科目 项目 费用 费种
  `),
  period: names(`
    欠费期间 欠费起止 欠费起止时间 欠费起止日期 欠费时段 欠费区间 欠费周期 欠费时间 账期 欠费账期
    费用期间 费用所属期 所属期 所属期间 所属账期 计费周期 计费期间 收费期间 期间 起止日期 起止时间
    起止月份 欠费月份 欠费年月 费用月份 费用年月 年月 月份 收费周期
  `),
  periodFrom: names(`
    欠费起 欠费开始 欠费起始 欠费起始日期 欠费开始日期 欠费起始时间 欠费开始时间 欠费起始月 开始日期
    起始日期 开始时间 起始时间 起始月份 开始月份 费用开始日期 费用起始日期 起 自 计费开始日期
    计费起始日期 账期起 账期开始 起始月 开始月 起始年月 起始 欠费自 起日
  `),
  periodTo: names(`
    欠费止 欠费结束 欠费截止 欠费截止日期 欠费结束日期 欠费截止时间 欠费结束时间 欠费截止月 结束日期
    截止日期 结束时间 截止时间 终止日期 终止时间 截止月份 结束月份 费用结束日期 费用截止日期
    计费结束日期 计费截止日期 账期止 账期结束 截止月 结束月 截止年月 止 至 截止 欠费至 止日
  `),
  charged: names(`
    应收金额 应收 应收款 应收费用 应收额 应缴金额 应缴 应缴费用 应交金额 应交 应交费用 应付金额
    账单金额 应收账款 应收合计 本金应收 应收总额
  `),
  paid: names(`
    已收金额 已收 已收款 实收金额 实收 已缴金额 已缴 实缴金额 实缴 已交金额 已交 实交金额 实交
    已付金额 已付 已缴费用 已收合计 实收合计
  `),
  owed: names(`
    欠费金额 欠费 欠费额 欠款金额 欠款 欠缴金额 欠缴 欠交金额 欠交 未收金额 未收 未缴金额 未缴
    未交金额 未交 尚欠金额 尚欠 待缴金额 待收金额 结欠金额 结欠 欠费合计 欠款合计 欠费总额 剩余欠费
    欠收金额
  `),
  remark: names(`备注 备注说明 说明 欠费原因 未缴原因 欠缴原因 原因 附注 其他说明`),
}

/** A row that only adds up others, by what stands in it: `合计`, `总 计：`, `3栋小计`, `合计（元）`, `合计：2户`. */
export const isTotalWord = (text: string): boolean =>
  text.length <= 16 &&
  (/^(?:合计|总计|小计|共计)(?:[:(\d]|$)/.test(text) || /(?:合计|总计|小计|共计|累计):?$/.test(text))

/** A line that is addressed to people: who drew up the list, what it means, which page it is. */
export const isNoteWord = (text: string): boolean =>
  /^(?:(?:制表|填表|编制|审核|复核|审批|经办|打印)[人日时单员:]|负责人|(?:单位|日期|注|备注|说明):|[第共]\d+页)/.test(
    text,
  )

/** The name of a column made comparable. */
export const columnName = (text: string): string =>
  withoutSpaces(text)
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[*:、,]/g, '')
    .replace(/(?<=.)[-/]?(?:m2|元)$/i, '')
    .toLowerCase()

/** Which field a column of this name is, and how good a name it is (0 is best); undefined for a name unknown. */
export const fieldOf = (name: string): { readonly field: Field; readonly rank: number } | undefined =>
  byName.get(columnName(name))

const byName = new Map(
  fields.flatMap((field) =>
    columnNames[field].map((name, rank) => [columnName(name), { field, rank }] as const),
  ),
)
