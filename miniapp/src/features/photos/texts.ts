import { photoLimits } from '@anjiao/shared/photo-limits'
import type { NotTaken } from '../../platform/picture'

const photosMax = photoLimits.perSubject

export const photoTexts = {
  list: '照片',
  one: (at: number) => `第 ${at} 张`,
  readFirst: '先看隐私说明，再加照片',
  camera: '拍照',
  album: '从相册选',
  room: (left: number) => (left === photosMax ? `最多 ${photosMax} 张` : `还可以加 ${left} 张`),
  full: `已有 ${photosMax} 张，不能再加了`,
  waiting: '等着上传',
  sending: '正在上传',
  percent: (percent: number) => `正在上传 ${percent}%`,
  sent: '已上传',
  failed: '没有传上去',
  again: '重传',
  remove: '移除',
  removeOne: (at: number) => `移除第 ${at} 张照片`,
  againOne: (at: number) => `重传第 ${at} 张照片`,
  stillSending: '照片还在上传，请等传完再提交。',
  kept: '加密保存，只有处理的人能看',
  deleted: '已删除',
  someFailed: '有照片没有传上去。请重传，或者先移除它，再提交。',
} as const

/** Why something that was chosen is not among the photos, and what to do. */
export const notTakenTexts: Readonly<Record<NotTaken, string>> = {
  'no-picture': '选的文件不是照片，没有加上。请选照片，或现在拍一张。',
  'too-large': '有一张照片太大，没有加上。请换一张，或现在拍一张。',
  'too-many': `最多 ${photosMax} 张照片，多选的没有加上。`,
  'not-allowed': '打不开相机或相册。请在手机和微信的设置里允许使用，或者到物业前台当面出示。',
}
