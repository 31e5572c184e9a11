import { createHash, createHmac } from 'node:crypto'

export const refreshTokenDays = 30

/** The end of a refresh token's life. */
export const refreshTokenEnd = (now: Date): Date => new Date(now.getTime() + refreshTokenDays * 86_400_000)

/** How a refresh token is stored: who reads the database cannot use what is there. It is random, so a plain hash will do. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * The token that follows a used one. Made from it and our secret rather than by chance, so that asking again, because
 * the answer was lost or by a second window of the browser, gives the same one: the family never forks.
 */
export const successorOf = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(`refresh token after ${token}`).digest('base64url')
