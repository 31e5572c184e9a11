import type { LoggedNotice } from '@anjiao/shared/contract/notices'
import { noticeKinds } from '@anjiao/shared/notice-life'

/** What a message is called: as it was told, or by its kind where it never was. */
export const noticeTitle = ({ words, kind }: LoggedNotice): string => words?.title ?? noticeKinds[kind].label
