import { type ApiError, paramError } from './api-error.ts'

/** A field of a request body: its name in WeChat's messages, and what it may hold. */
export type Rule = { readonly label: string; readonly optional?: true } & (
  | { readonly kind: 'text'; readonly max: number; readonly min?: number; readonly pattern?: RegExp }
  | { readonly kind: 'count'; readonly min: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Rule>> }
  | { readonly kind: 'list'; readonly of: Rule }
)

export const text = (label: string, max: number): Rule => ({ kind: 'text', label, max })
export const optional = (rule: Rule): Rule => ({ ...rule, optional: true })
export const object = (label: string, fields: Readonly<Record<string, Rule>>): Rule => ({
  kind: 'object',
  label,
  fields,
})

/** Illegal extra parameter, and a value out of range. */
const extraParameter = 270924358
const outOfRange = 268435464

/** Checks a body against its rules, unknown fields included, and throws WeChat's own complaint about the first misfit. */
export function checkBody(rule: Rule, value: unknown): void {
  const misfit = misfitOf(rule, value, '/body')
  if (misfit) throw misfit
}

function misfitOf(rule: Rule, value: unknown, pointer: string): ApiError | undefined {
  const misfit = (kind: string, why: string, number?: number): ApiError =>
    paramError(pointer, `输入源“${pointer}”映射到${kind}字段“${rule.label}”规则校验失败，${why}`, number)

  if (value === undefined) return rule.optional ? undefined : misfit('值', '此字段为必填项')
  switch (rule.kind) {
    case 'text': {
      if (typeof value !== 'string') return misfit('字符串', '类型不符')
      const { length } = value
      const { min = 1, max, pattern } = rule
      if (length < min) return misfit('字符串', `字符数 ${length}，小于最小值 ${min}`, outOfRange)
      if (length > max) return misfit('字符串', `字符数 ${length}，大于最大值 ${max}`, outOfRange)
      return pattern && !pattern.test(value) ? misfit('字符串', '格式不符') : undefined
    }
    case 'count':
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return misfit('数值', '类型不符')
      return value < rule.min ? misfit('数值', `值低于最小值 ${rule.min}`, outOfRange) : undefined
    case 'flag':
      return typeof value === 'boolean' ? undefined : misfit('布尔', '类型不符')
    case 'list':
      if (!Array.isArray(value)) return misfit('数组', '类型不符')
      return first(value.map((item, at) => misfitOf(rule.of, item, `${pointer}/${at}`)))
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return misfit('对象', '类型不符')
      const given = new Map<string, unknown>(Object.entries(value))
      const extra = [...given.keys()].find((name) => !Object.hasOwn(rule.fields, name))
      if (extra !== undefined) {
        const where = `${pointer}/${extra}`
        return paramError(where, `传入了非法的额外参数“${where}”`, extraParameter)
      }
      const fields = Object.entries(rule.fields)
      return first(fields.map(([name, field]) => misfitOf(field, given.get(name), `${pointer}/${name}`)))
    }
  }
}

const first = (misfits: readonly (ApiError | undefined)[]): ApiError | undefined =>
  misfits.find((misfit) => misfit !== undefined)
