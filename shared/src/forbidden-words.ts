interface Forbidden {
  readonly why: string
  /** Each a pattern, written without anything between its characters. */
  readonly words: readonly string[]
}

/** What is never said to a home about what it owes, and why not. Ours, after the law that each names. */
const never: readonly Forbidden[] = [
  {
    why: '不得用停水停电、限制出入等方式让业主缴费（民法典第 944 条）',
    words: ['停水|断水|限水|停电|断电|限电|停气|断气|停暖|断暖|断供', '锁卡|停梯|禁止入内|限制出入|拒绝维修'],
  },
  {
    why: '不得公开或羞辱个人（民法典第 1024、1032 条）',
    words: ['黑名单|红黑榜|老赖|曝光|公示姓名'],
  },
  {
    why: '不得拿征信、子女、单位、家人施压（个人信息保护法第 10 条）',
    words: ['上征信|影响子女|通知单位|通知家属'],
  },
  {
    why: '物业费是民事的事，不能说成违法犯罪（治安管理处罚法第 50 条）',
    words: ['坐牢|拘留|刑事责任|公安(?:机关)?(?:介入|抓)'],
  },
  {
    why: '物业公司没有处罚权，约定的叫“违约金”（行政处罚法第 17 条）',
    words: ['罚款|滞纳金'],
  },
  { why: '不用威胁的话（民法典第 1033 条）', words: ['最后通牒|后果自负'] },
]

const withoutCourtPapers: readonly Forbidden[] = [
  {
    why: '没有上传法院文书，不能这样写（不得冒用法院名义）',
    words: ['法院传票|法院已立案|强制执行|失信被执行人'],
  },
]

const withoutLawFirmPapers: readonly Forbidden[] = [
  { why: '没有上传律师事务所的函，不能这样写（律师法第 13 条）', words: ['律师函|律师将'] },
]

/** What others may read over somebody's shoulder. */
const onLockScreen: readonly Forbidden[] = [
  { why: '锁屏上别人也看得到，请写得中性，例如“账单待查看”', words: ['拖欠|欠|逾期|催|违约金'] },
]

export interface LintOptions {
  /** It shows on a locked phone: a subscription message, an SMS. */
  readonly lockScreen?: boolean
  /** Papers of the court, or of a law firm, are with the case. */
  readonly courtPapers?: boolean
  readonly lawFirmPapers?: boolean
}

export interface ForbiddenWord {
  /** As it stands in the text. */
  readonly found: string
  readonly why: string
}

/**
 * What must not be said, with the reason. Full-width letters, traditional characters, and blanks, marks or signs between the
 * characters hide nothing. It may find more than is there, where one sentence ends and the next begins: then the writer
 * says it another way. Pure.
 */
export function forbiddenWords(text: string, options: LintOptions = {}): ForbiddenWord[] {
  const { letters, stood } = laidBare(text)
  return listsFor(options).flatMap(({ why, words }) =>
    [...letters.matchAll(new RegExp(words.join('|'), 'g'))].map((match) => ({
      found: text.slice(stood[match.index]?.from, stood[match.index + match[0].length - 1]?.to),
      why,
    })),
  )
}

/** What is wrong with a text, in one sentence for whoever wrote it; undefined: nothing. */
export function lintProblem(text: string, options: LintOptions = {}): string | undefined {
  const found = forbiddenWords(text, options)
  const said = [...new Set(found.map((each) => `“${each.found}”${each.why}`))]
  return said.length > 0 ? `${said.join('；')}。` : undefined
}

const listsFor = ({ lockScreen, courtPapers, lawFirmPapers }: LintOptions): readonly Forbidden[] => [
  ...never,
  ...(courtPapers ? [] : withoutCourtPapers),
  ...(lawFirmPapers ? [] : withoutLawFirmPapers),
  ...(lockScreen ? onLockScreen : []),
]

/** The letters of a text one after another, in one way of writing, and where in the text each unit of them stood. */
function laidBare(text: string) {
  let letters = ''
  const stood: { readonly from: number; readonly to: number }[] = []
  let from = 0
  for (const character of text) {
    const to = from + character.length
    for (const plain of character.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')) {
      const written = simplified.get(plain) ?? plain
      letters += written
      for (let unit = 0; unit < written.length; unit++) stood.push({ from, to })
    }
    from = to
  }
  return { letters, stood }
}

/** Characters of the words above that traditional writing has otherwise. */
const simplified: ReadonlyMap<string, string> = new Map(
  Array.from(
    '電电 斷断 氣气 鎖锁 絕绝 維维 內内 紅红 單单 賴赖 徵征 響响 屬属 機机 關关 責责 罰罚 滯滞 納纳 後后 負负 傳传 強强 執执 師师 將将 約约 違违'.split(
      ' ',
    ),
    ([traditional = '', plain = '']): [string, string] => [traditional, plain],
  ),
)
