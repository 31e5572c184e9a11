const label = /^(?:小区|小区名称|项目|项目名称|社区|楼盘|楼盘名称|物业项目|园区)(?::(.*))?$/
const company = /^.*(?:有限责任公司|有限公司|物业公司|分公司|管理处|服务中心)/
/** Where the name of a list begins, and so the name of the community ends. */
const listWords =
  /(?:业主|住户|房屋|房产|户主|产权|客户|物业|收费|缴费|欠费|欠缴|欠款|应收|未收|公摊|停车|档案|花名册|名册|清册|台账|明细|信息|统计|汇总|\d{4}年?|截至|截止).*$/

/**
 * The name of the community, from the texts above a table: a label (`小区名称：翠湖名苑`), else the title
 * (`阳光花园小区业主档案` is 阳光花园's). Texts come without spaces. Undefined when they name none.
 */
export function communityIn(titles: readonly string[]): string | undefined {
  for (const [at, text] of titles.entries()) {
    const labelled = label.exec(text)
    const name = labelled && plainName(labelled[1] || (titles[at + 1] ?? ''))
    if (name) return name
  }
  for (const text of titles) {
    const title = text
      .replace(/\([^)]*\)|[《》“”"]/g, '')
      .replace(company, '')
      .replace(/^\d{4}年度?/, '')
    const name = !title.includes(':') && listWords.test(title) && plainName(title.replace(listWords, ''))
    if (name) return name
  }
  return undefined
}

/** Without the word 小区 at the end, unless little else would be left (`幸福小区` is called so). */
function plainName(name: string): string | undefined {
  const short = name.replace(/(?:小区|社区|项目|楼盘|园区)$/, '')
  const kept = short.length >= 3 ? short : name
  return kept.length >= 2 && kept.length <= 40 ? kept : undefined
}
