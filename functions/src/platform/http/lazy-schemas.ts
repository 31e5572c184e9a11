import { Ajv, type ErrorObject, type Options } from 'ajv'
import fastJsonStringify from 'fast-json-stringify'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { Refusal } from '../refusal.ts'

/**
 * Compiles the check of a request and the writer of a reply when they are first needed, not at the start: a cold
 * function pays for the one route it serves (sixty routes at once cost 200–300 ms).
 */
export function useLazySchemas(app: FastifyInstance): void {
  const strict = lazily(() => new Ajv(common))
  // Paths and queries are text; only there may text become a number.
  const coercing = lazily(() => new Ajv({ ...common, coerceTypes: true }))

  app.setValidatorCompiler<FastifySchema>(({ schema, httpPart }) => {
    const compiler = httpPart === 'body' ? strict : coercing
    const check = lazily(() => compiler().compile(schema))
    return (value: unknown) => {
      const validate = check()
      if (validate(value)) return { value }
      const [found] = validate.errors ?? []
      return { error: new Refusal('bad-input', { detail: found ? inWords(found) : '格式不对' }) }
    }
  })
  app.setSerializerCompiler(({ schema }) => {
    const write = lazily(() => fastJsonStringify(nullsInPlace(schema)))
    return (reply) => write()(reply)
  })
}

const common: Options = {
  allErrors: false,
  strict: false,
  removeAdditional: true,
  // Schemas are made by TypeBox, whose types already say what a schema is; to check that again, by a schema of schemas
  // compiled first, costs a cold function 25 ms.
  meta: false,
  validateSchema: false,
}

/**
 * The same schema with "this or null" said as OpenAPI does. The writer then looks for null itself; for a union it has a
 * check compiled for each member first, which takes a cold function 40 ms.
 */
function nullsInPlace(schema: unknown): Parameters<typeof fastJsonStringify>[0] {
  return JSON.parse(JSON.stringify(schema), (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || !('anyOf' in part)) return part
    const { anyOf, ...rest } = part
    const [one, none, ...more] = Array.isArray(anyOf) ? anyOf : []
    const isOneOrNull = typeof one?.type === 'string' && none?.type === 'null' && more.length === 0
    return isOneOrNull ? { ...rest, ...one, nullable: true } : part
  })
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** What is wrong with which field, for a person. */
function inWords({ instancePath, keyword, params }: ErrorObject): string {
  const field =
    keyword === 'required' ? String(params.missingProperty) : instancePath.slice(1).replaceAll('/', '.')
  const wrong: Readonly<Record<string, string>> = {
    required: '没有填写',
    minLength: '没有填写',
    maxLength: `太长，最多 ${params.limit} 个字`,
    minimum: `不能小于 ${params.limit}`,
    maximum: `不能大于 ${params.limit}`,
    type: '格式不对',
    pattern: '格式不对',
    enum: '不在可选范围内',
    minItems: `至少选 ${params.limit} 项`,
    maxItems: `最多选 ${params.limit} 项`,
    uniqueItems: '有重复',
  }
  return `${field || '内容'} ${wrong[keyword] ?? '不正确'}`
}
