export const findHomeTexts = {
  title: '选择房屋',
  label: '房号、姓名或手机尾号',
  hint: '例如 3-1-502',
  nothing: '没有找到',
  nothingHint: '换个写法再试，例如只写房号 502。',
  owner: (masked: string) => `业主 ${masked}`,
  more: '再看一些',
} as const
