import { type HttpCall, type HttpReply, send } from './transport'

/** Tells how much of a file has left the device, from 0 to 1. */
export type OnSent = (share: number) => void

/** Sends a file as the body. The mini-program's request tells nothing of its way; that it is all sent is told at once. */
export function sendFile(call: HttpCall, onSent: OnSent): Promise<HttpReply> {
  onSent(1)
  return send(call)
}
