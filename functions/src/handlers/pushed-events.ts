import { noteAnswers, noteSendResult } from '../reminders/index.ts'
import type { PushedEvents } from './wechat-events.ts'

/** Who does what follows from a pushed event. */
export const pushedEvents: PushedEvents = { noteAnswers, noteSendResult }
