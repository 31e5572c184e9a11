import { randomBytes } from 'node:crypto'

/** 随机串 of 32 hex characters. The library's own comes from Math.random. */
export const newNonce = (): string => randomBytes(16).toString('hex')
