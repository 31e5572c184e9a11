export const photoTexts = {
  title: '照片',
  name: (place: number) => `照片 ${place}`,
  size: (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KB`,
  deleted: '已按期删除',
  recorded: '每次查看都会记录在案。看完请关上，不要翻拍、转发。',
  notYours: '照片由财务、项目经理查看。',
  larger: '放大',
  smaller: '缩小',
  gone: '照片没有显示出来，链接可能已过期。请关上，再点一次。',
} as const
