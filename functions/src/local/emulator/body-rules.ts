import { paramError } from './api-error.ts'

/** A field of a request body: its name in WeChat's messages, and what it may hold. */
export type Rule = { readonly label: string; readonly optional?: true } & (
  | { readonly kind: 'text'; readonly max: number; readonly min?: number; readonly pattern?: RegExp }
  | { readonly kind: 'count'; readonly min: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Rule>> }
  | { readonly kind: 'list'; readonly of: Rule }
)

/** Illegal extra parameter, and a value out of range. */
const extraParameter = 270924358
const outOfRange = 268435464

/** Checks a body against its rules, unknown fields included, and throws WeChat's own complaint about the first misfit. */
export function checkBody(rule: Rule, value: unknown, pointer = '/body'): void {
  const source = `输入源“${pointer}”映射到`
  const refuse = (kind: string, why: string, number?: number): never => {
    throw paramError(pointer, `${source}${kind}字段“${rule.label}”规则校验失败，${why}`, number)
  }
  if (value === undefined) {
    if (rule.optional) return
    refuse('值', '此字段为必填项')
  }
  switch (rule.kind) {
    case 'text': {
      if (typeof value !== 'string') return refuse('字符串', '类型不符')
      const { length } = [...value]
      if (length < (rule.min ?? 1)) refuse('字符串', `字符数 ${length}，小于最小值 ${rule.min ?? 1}`, outOfRange)
      if (length > rule.max) refuse('字符串', `字符数 ${length}，大于最大值 ${rule.max}`, outOfRange)
      if (rule.pattern && !rule.pattern.test(value)) refuse('字符串', '格式不符')
      return
    }
    case 'count':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return refuse('数值', '类型不符')
      if (value < rule.min) refuse('数值', `值低于最小值 ${rule.min}`, outOfRange)
      return
    case 'flag':
      if (typeof value !== 'boolean') refuse('布尔', '类型不符')
      return
    case 'list':
      if (!Array.isArray(value)) return refuse('数组', '类型不符')
      value.forEach((item, at) => {
        checkBody(rule.of, item, `${pointer}/${at}`)
      })
      return
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('对象', '类型不符')
      const given = new Map<string, unknown>(Object.entries(value))
      for (const name of given.keys()) {
        if (!Object.hasOwn(rule.fields, name)) {
          throw paramError(`${pointer}/${name}`, `传入了非法的额外参数“${pointer}/${name}”`, extraParameter)
        }
      }
      for (const [name, field] of Object.entries(rule.fields)) {
        checkBody(field, given.get(name), `${pointer}/${name}`)
      }
    }
  }
}
