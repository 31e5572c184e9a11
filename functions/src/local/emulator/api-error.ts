import { type Answer, requestId } from './exchange.ts'

/** An error of 微信支付 APIv3: status, `{code, message, detail}`, and the inner number that ends the Request-ID. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly number: number | undefined
  readonly detail: object | undefined

  constructor(status: number, code: string, message: string, number?: number, detail?: object) {
    super(message)
    this.status = status
    this.code = code
    this.number = number
    this.detail = detail
  }

  /** Errors are not signed. */
  answer(): Answer {
    return {
      status: this.status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(this.number !== undefined && { 'Request-ID': requestId(this.number) }),
      },
      body: { code: this.code, ...(this.detail && { detail: this.detail }), message: this.message },
    }
  }
}

/** 参数错误, pointing at the field by JSON pointer. */
export const paramError = (pointer: string, message: string, number = 268435461): ApiError =>
  new ApiError(400, 'PARAM_ERROR', message, number, { field: pointer, location: 'body', issue: message })
