/** As many full characters, and a mark after them, fit beside a label on the narrowest phone at the largest text. */
const longestEm = 8

/**
 * The class that breaks a text between its words and never inside them, for a text whose words all fit on a line: a room,
 * a date, a short phrase. A longer one would leave its last character or a mark alone on a line; it breaks anywhere.
 */
export const wholeWords = (text: string): 'whole-words' | false =>
  text.split(/[\s，。；：、（）“”·]+/).every((word) => widthEm(word) <= longestEm) && 'whole-words'

/** Letters and digits are about half as wide as the others. */
const widthEm = (word: string): number => word.length - 0.45 * (word.match(/[!-~]/g) ?? []).length
